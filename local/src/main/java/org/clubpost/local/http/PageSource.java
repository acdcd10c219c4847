package org.clubpost.local.http;

/** Pages that are made in this process. Safe for use by many threads. */
@FunctionalInterface
public interface PageSource {

    /** The page for the request. */
    Reply get(PageRequest request);

    /**
     * The same pages for programs on this machine, and no pages for anybody else: what they show is the owner's
     * business.
     */
    default PageSource forThisMachine() {
        return request -> request.isFromHere() ? get(request) : Reply.text(404, "There is no such page.\n");
    }
}
