package org.clubpost.local.http;

import java.util.Map;

/**
 * A GET or HEAD request for one of our own pages.
 *
 * @param path the path, decoded
 * @param parameters the query's parameters; the first of several with one name
 * @param cookies the cookies that came with it, the first of several with one name
 * @param etag the version that the client has already (If-None-Match); empty when it has none
 * @param isFromHere whether a program on this machine asks for a page of this machine. It is false for another machine,
 *         for a proxy that says that it asks for one, and for a foreign name that leads here
 */
public record PageRequest(String path, Map<String, String> parameters, Map<String, String> cookies, String etag,
        boolean isFromHere) {

    /** Copies the parameters and the cookies. */
    public PageRequest {
        parameters = Map.copyOf(parameters);
        cookies = Map.copyOf(cookies);
    }

    /** The value of a parameter, or empty. */
    public String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }
}
