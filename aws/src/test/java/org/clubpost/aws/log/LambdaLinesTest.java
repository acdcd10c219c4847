package org.clubpost.aws.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class LambdaLinesTest {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream console = System.err;

    @BeforeEach
    void takeTheConsole() {
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
        LambdaLines.install("subscribe");
    }

    @AfterEach
    void giveItBack() {
        System.setErr(console);
        try {
            LogManager.getLogManager().readConfiguration();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Logger logger(String name) {
        return Logger.getLogger(name);
    }

    @Test
    void lineOfOursIsWrittenAsItIs() {
        logger("org.clubpost.subscribe").log(Level.INFO, "{\"outcome\":\"joined {0}\"}");

        assertEquals("{\"outcome\":\"joined {0}\"}" + System.lineSeparator(), written.toString(StandardCharsets.UTF_8));
    }

    @Test
    void warningOfSomebodyElseIsALineOfOursWithoutItsWords() {
        logger("sun.net.www").log(Level.WARNING, "anna@example.org\nis not there", new IllegalStateException("secret"));

        assertEquals("{\"function\":\"subscribe\",\"requestId\":\"\",\"level\":\"warning\",\"logger\":\"sun.net.www\","
                + "\"outcome\":\"foreign-warning\"}" + System.lineSeparator(),
                written.toString(StandardCharsets.UTF_8));
    }

    @Test
    void everythingElseOfOthersIsNotWritten() {
        logger("sun.net.www").log(Level.INFO, "connected");

        assertEquals("", written.toString(StandardCharsets.UTF_8));
    }
}
