package org.clubpost.local.http;

/** Pages that are made in this process. Safe for use by many threads. */
@FunctionalInterface
public interface PageSource {

    /** The page for the request. */
    Reply get(PageRequest request);
}
