package org.clubpost.local.http;

import java.util.Map;

/**
 * A GET or HEAD request for one of our own pages.
 *
 * @param path the path, decoded
 * @param parameters the query's parameters; of several with one name the first
 * @param etag what the client has of it already (If-None-Match); empty when nothing
 * @param isFromHere whether a program on this machine asks for a page of this machine: not another machine, nor a proxy
 *         for one that says so, nor a foreign name that leads here
 */
public record PageRequest(String path, Map<String, String> parameters, String etag, boolean isFromHere) {

    /** Copies the parameters. */
    public PageRequest {
        parameters = Map.copyOf(parameters);
    }

    /** The value of a parameter, or empty. */
    public String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }
}
