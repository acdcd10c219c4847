package org.clubpost.aws.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Which style sheets the policy of a page allows. */
class OwnStyleTest {

    private static String policy(String page) {
        return HttpAnswer.html(200, page).headers().getOrDefault("content-security-policy", "");
    }

    /** The hash is that of <a href="https://www.w3.org/TR/CSP3/">CSP Level 3</a>: SHA-256 of the text, in base64. */
    @Test
    void styleAtTheEndOfTheHeadIsAllowedByItsHash() {
        var policy = policy("<html><head><title>x</title>\n<style>:root{}</style>\n</head><body></body></html>");

        assertTrue(policy.contains("style-src 'self' 'sha256-h3GYPBFE6Av6zUWOZYeC83lN95g5tnhsj1pyM3woz/c='"), policy);
        assertFalse(policy.contains("unsafe"), policy);
    }

    @Test
    void pageWithOurScriptsKeepsItsStyle() {
        var page = HttpAnswer.html(200, "<html><head><style>:root{}</style></head><body></body></html>");
        var policy = page.withOurScripts().headers().getOrDefault("content-security-policy", "");

        assertTrue(policy.contains("style-src 'self' 'sha256-"), policy);
        assertTrue(policy.endsWith("; script-src 'self'; worker-src 'self'"), policy);
    }

    @Test
    void styleAnywhereElseIsNotAllowed() {
        assertEquals("", policy("<html><head></head><body><style>a{}</style></body></html>"));
        assertEquals("", policy("<html><head><style>a{}</style><title>x</title></head></html>"));
        assertEquals("", policy("<html><head><style>a{}<b></style></head></html>"));
    }
}
