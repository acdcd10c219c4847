package org.clubpost.core.address;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A table of cases both ways. Who finds a real domain that is doubted adds it here and to the class. */
class LikelyTypoTest {

    private static Optional<String> meant(String domain) {
        return LikelyTypo.meant(EmailAddress.of("Anna.B@" + domain)).map(EmailAddress::written);
    }

    @ParameterizedTest
    @CsvSource({"gmial.com, gmail.com", "gmai.com, gmail.com", "gmal.co, gmail.com", "gamil.com, gmail.com",
            "gnail.com, gmail.com", "gmaill.com, gmail.com", "gmail.co, gmail.com", "gmail.con, gmail.com",
            "gmail.cm, gmail.com", "gmail.comm, gmail.com", "gmail.de, gmail.com", "gmail.fr, gmail.com",
            "gmial.con, gmail.com", "gmail.ocm, gmail.com", "GMIAL.com, gmail.com", "googlmail.com, googlemail.com",
            "hotmial.com, hotmail.com", "hotmal.com, hotmail.com", "hotmail.con, hotmail.com", "hotamil.fr, hotmail.fr",
            "homtail.de, hotmail.de", "otmail.com, hotmail.com", "hormail.co.uk, hotmail.co.uk",
            "outlok.com, outlook.com", "outloook.de, outlook.de", "outllok.com, outlook.com",
            "otulook.com, outlook.com",
            "yaho.com, yahoo.com", "yahooo.de, yahoo.de", "yhaoo.fr, yahoo.fr", "yahoo.cmo, yahoo.com",
            "iclod.com, icloud.com", "icloud.de, icloud.com", "icoud.com, icloud.com", "icluod.com, icloud.com",
            "gxm.de, gmx.de", "gmxx.net, gmx.net", "gmx.ed, gmx.de", "gmx.dee, gmx.de", "wbe.de, web.de",
            "web.ed, web.de", "webb.de, web.de", "web.dee, web.de", "t-onlin.de, t-online.de",
            "t-onlien.de, t-online.de", "t-oline.de, t-online.de", "freent.de, freenet.de", "frenet.de, freenet.de",
            "posteoo.de, posteo.de", "protonmial.com, protonmail.com", "lvie.com, live.com", "aool.com, aol.com",
            "wandoo.fr, wanadoo.fr", "lapsote.net, laposte.net", "libreo.it, libero.it", "virgillio.it, virgilio.it",
            "bleuwin.ch, bluewin.ch", "btintenet.com, btinternet.com", "comcsat.net, comcast.net",
            "hotmail.co, hotmail.com", "yahoo.cm, yahoo.com"})
    void slipIsAskedAbout(String typed, String meant) {
        assertEquals(Optional.of("Anna.B@" + meant), meant(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"gmail.com", "googlemail.com", "hotmail.com", "hotmail.de", "hotmail.be", "hotmail.nl",
                    "hotmail.ch",
                    "hotmail.com.br", "hotmail.co.jp", "outlook.com", "outlook.at", "outlook.com.tr", "live.com",
                    "live.be",
                    "live.com.pt", "yahoo.com", "yahoo.gr", "yahoo.co.in", "yahoo.ca", "ymail.com", "rocketmail.com",
                    "gmx.de", "gmx.net", "gmx.at", "gmx.ch", "gmx.com", "gmx.fr", "gmx.info", "gmx.org", "gmx.co.uk",
                    "gmx.eu",
                    "web.de", "t-online.de", "freenet.de", "mail.ru", "mail.com", "mail.de", "email.com", "email.de",
                    "inbox.ru", "bk.ru", "list.ru", "yandex.ru", "ya.ru", "me.com", "mac.com", "icloud.com",
                    "cloud.com",
                    "aol.com", "aol.de", "aim.com", "love.com", "wow.com", "proton.me", "protonmail.com",
                    "protonmail.ch", "pm.me",
                    "posteo.de", "posteo.net", "posteo.at", "mailbox.org", "mail.org", "arcor.de", "orange.fr",
                    "free.fr",
                    "sfr.fr", "wanadoo.fr", "laposte.net", "libero.it", "virgilio.it", "tiscali.it", "tiscali.co.uk",
                    "tin.it",
                    "alice.it", "fastwebnet.it", "wp.pl", "o2.pl", "onet.pl", "interia.pl", "interia.eu", "op.pl",
                    "sapo.pt",
                    "ziggo.nl", "kpnmail.nl", "planet.nl", "home.nl", "xs4all.nl", "telenet.be", "skynet.be",
                    "proximus.be",
                    "bluewin.ch", "hispeed.ch", "sunrise.ch", "btinternet.com", "sky.com", "comcast.net", "verizon.net",
                    "att.net", "fastmail.com", "fastmail.fm", "hey.com", "zoho.com", "naver.com", "qq.com", "163.com",
                    "uni-koeln.de", "club.example", "example.org", "lists.example.org", "mail.uni.example", "we.de",
                    "wdr.de",
                    "wb.de", "lime.com", "line.com", "hotelmail.com", "a.de", "gm.com", "gmb.de", "gm.de", "webde.com",
                    "freelance.de", "telekom.de", "poste.it", "live.example", "web.co", "gmail.example",
                    "wandoo.fi", "wax.de", "x.xn--bcher-kva.example"})
    void realDomainIsNotDoubted(String domain) {
        assertEquals(Optional.empty(), meant(domain));
    }
}
