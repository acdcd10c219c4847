package org.clubpost.aws.event;

/** What a request asks for (RFC 9110 section 9). */
public enum Method {

    /** Shows something and changes nothing. */
    GET,
    /** Like {@link #GET}, but the answer comes without its body. */
    HEAD,
    /** Does something. */
    POST,
    /** Changes what it names, where a program asks for it (RFC 5789). */
    PATCH,
    /** Removes what it names, where a program asks for it. */
    DELETE,
    /** Asks what is possible: a browser does, before a script of another page does something here. */
    OPTIONS,
    /** Anything else, which we do not support. */
    OTHER;

    static Method of(String name) {
        return switch (name) {
            case "GET" -> GET;
            case "HEAD" -> HEAD;
            case "POST" -> POST;
            case "PATCH" -> PATCH;
            case "DELETE" -> DELETE;
            case "OPTIONS" -> OPTIONS;
            default -> OTHER;
        };
    }
}
