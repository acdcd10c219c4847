package org.clubpost.aws.event;

/** What a request asks for (RFC 9110 section 9). */
enum Method {

    /** Shows something and changes nothing. */
    GET,
    /** Like {@link #GET}, but the answer comes without its body. */
    HEAD,
    /** Does something. */
    POST,
    /** Asks what is possible: a browser does, before a script of another page does something here. */
    OPTIONS,
    /** Anything else, which we do not support. */
    OTHER;

    static Method of(String name) {
        return switch (name) {
            case "GET" -> GET;
            case "HEAD" -> HEAD;
            case "POST" -> POST;
            case "OPTIONS" -> OPTIONS;
            default -> OTHER;
        };
    }
}
