package org.clubpost.core.list;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Arrays;
import java.util.Optional;
import org.clubpost.core.list.LogoFile.Taken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogoFileTest {

    private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\" "
            + "xmlns:xlink=\"http://www.w3.org/1999/xlink\">%s</svg>";

    private static Taken svg(String inside) {
        return LogoFile.take(SVG.formatted(inside).getBytes(UTF_8));
    }

    @ParameterizedTest
    @CsvSource({"'\u0089PNG\r\n\u001a\n....', image/png", "'\u00ff\u00d8\u00ff\u00e0..', image/jpeg",
            "RIFF....WEBPVP8 , image/webp"})
    void kindIsToldByTheFirstOctets(String file, String mediaType) {
        var octets = file.getBytes(ISO_8859_1);

        var logo = assertInstanceOf(Taken.Picture.class, LogoFile.take(octets)).logo();

        assertEquals(mediaType, logo.mediaType());
        assertArrayEquals(octets, logo.octets());
        assertEquals(Optional.of(logo), Logo.parse(logo.dataUrl()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "<path d='M0 0h1'/>", "<style>.a { fill: url(#g) } .b{fill:#fff}</style>",
                    "<use href='#a'/><use xlink:href='#b'/>", "<image href='data:image/png;base64,AAAA'/>",
                    "<image src='data:image/jpeg;base64,AAAA'/>",
                    "<text>Café on-line</text>"})
    void drawingIsTaken(String inside) {
        assertEquals("image/svg+xml", assertInstanceOf(Taken.Picture.class, svg(inside)).logo().mediaType());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<script>alert(1)</script>", "<SCRIPT/>", "<g onclick='x()'/>", "<a href='javascript:x'/>",
                    "<image href='https://other.example/x.png'/>", "<image xlink:href='//other.example/x'/>",
                    "<image href='data:image/svg+xml;base64,AAAA'/>", "<foreignObject/>", "<animate/>", "<set/>",
                    "<style>@import 'https://other.example/'</style>",
                    "<style>a{b:URL( 'https://other.example')}</style>",
                    "<style>a{b:\\75rl(x)}</style>", "<style>a{b:image-set('//other.example/x' 1x)}</style>",
                    "<g style='fill:url(https://other.example)'/>",
                    "<style>@im<!-- -->port 'x'</style>",
                    "<style><![CDATA[@import 'x']]></style>", "<style>@im<![CDATA[port]]> 'x'</style>",
                    "<script2 src='https://other.example/x.js'/>", "<use href='other.svg#a'/>",
                    "<?xml-stylesheet href='https://other.example/'?>"})
    void drawingThatDoesOrLoadsSomethingIsRefused(String inside) {
        assertInstanceOf(Taken.NotStill.class, svg(inside));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "GIF89a", "<html/>", "<svg/>", "<svg xmlns='http://www.w3.org/2000/svg'>", "%PDF-1.4",
                    "RIFF....WAVE", "<svg xmlns='http://www.w3.org/2000/svg'>&bomb;</svg>"})
    void whatIsNoPictureIsRefused(String file) {
        var taken = LogoFile.take(file.getBytes(UTF_8));

        assertEquals(true, taken instanceof Taken.NoPicture || taken instanceof Taken.NotStill);
    }

    @Test
    void entitiesAreNotRead() {
        var bomb = "<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
                + SVG.formatted("<text>&b;</text>");

        assertInstanceOf(Taken.NotStill.class, LogoFile.take(bomb.getBytes(UTF_8)));
    }

    @Test
    void sizeHasABound() {
        var octets = Arrays.copyOf("\u0089PNG\r\n\u001a\n".getBytes(ISO_8859_1), Logo.MAX_OCTETS);

        var largest = assertInstanceOf(Taken.Picture.class, LogoFile.take(octets)).logo();

        assertEquals(Optional.of(largest), Logo.parse(largest.dataUrl()));
        assertInstanceOf(Taken.TooLarge.class, LogoFile.take(new byte[Logo.MAX_OCTETS + 1]));
        assertEquals(Optional.empty(), Logo.parse(largest.dataUrl() + "AAAA"));
        assertEquals(Optional.empty(), Logo.parse("https://club.example/logo.png"));
    }
}
