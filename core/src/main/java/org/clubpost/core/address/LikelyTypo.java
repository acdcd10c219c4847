package org.clubpost.core.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells an address whose domain looks like a slip of the fingers, such as {@code gmial.com}, and what was probably
 * meant. It is a question for whoever typed it, and never a reason to refuse: nothing is looked up, and a domain that is
 * near a well-known one may well be real.
 *
 * <p>Two things are compared: the name of the provider, by the number of letters that are missing, too many, wrong or
 * swapped (optimal string alignment), and what stands behind it. A provider with domains in many countries is not
 * doubted in any of them.
 */
public final class LikelyTypo {

    /** The providers, and where most of their addresses are, the likeliest first. */
    private static final Map<String, List<String>> PROVIDERS = Map.ofEntries(
            Map.entry("gmail", List.of("com")), Map.entry("googlemail", List.of("com")),
            Map.entry("icloud", List.of("com")), Map.entry("hotmail", List.of("com", "de", "fr", "it", "es", "co.uk")),
            Map.entry("outlook", List.of("com", "de", "fr", "it", "es", "pt")),
            Map.entry("yahoo", List.of("com", "de", "fr", "it", "es", "co.uk", "com.br")),
            Map.entry("live", List.of("com", "de", "fr", "nl", "it", "co.uk")), Map.entry("aol", List.of("com", "de")),
            Map.entry("gmx", List.of("de", "net", "at", "ch", "com")), Map.entry("web", List.of("de")),
            Map.entry("t-online", List.of("de")), Map.entry("freenet", List.of("de")),
            Map.entry("arcor", List.of("de")), Map.entry("posteo", List.of("de")),
            Map.entry("mailbox", List.of("org")), Map.entry("protonmail", List.of("com", "ch")),
            Map.entry("proton", List.of("me")), Map.entry("wanadoo", List.of("fr")),
            Map.entry("laposte", List.of("net")), Map.entry("libero", List.of("it")),
            Map.entry("virgilio", List.of("it")), Map.entry("tiscali", List.of("it")),
            Map.entry("interia", List.of("pl")), Map.entry("bluewin", List.of("ch")),
            Map.entry("ziggo", List.of("nl")), Map.entry("kpnmail", List.of("nl")),
            Map.entry("telenet", List.of("be")), Map.entry("skynet", List.of("be")),
            Map.entry("btinternet", List.of("com")), Map.entry("comcast", List.of("net")),
            Map.entry("verizon", List.of("net")), Map.entry("fastmail", List.of("com", "fm")));

    /** Those whose mail is nowhere but at their one domain. */
    private static final Set<String> NOWHERE_ELSE = Set.of("gmail", "googlemail", "icloud");

    /** Real names that are near one of those. */
    private static final Set<String> REAL = Set.of("mail", "email", "ymail", "fmail", "rocketmail", "hushmail", "cloud",
            "webmail", "hotelmail", "inbox", "mailboxes", "proto", "photon", "fastweb", "posted", "poste", "libera",
            "liber", "libro", "interior", "internia", "telnet", "telekom", "skyline", "skynett", "freelance",
            "bluewine",
            "verison", "tiscalinet");

    private static final Set<String> COMMON = Set.of("com", "net", "org", "info", "biz", "name", "pro", "app", "dev");
    private static final Pattern IN_A_COUNTRY = Pattern.compile("(?:co|com|net|org|ac|or)\\.[a-z]{2}");
    private static final Set<String> COUNTRIES = Stream
            .concat(Stream.of(Locale.getISOCountries()).map(code -> code.toLowerCase(Locale.ROOT)),
                    Stream.of("eu", "uk"))
            .collect(Collectors.toUnmodifiableSet());
    /** Countries that hardly anybody means who types them in place of {@code com}. */
    private static final Set<String> SLIPS_OF_COM = Set.of("co", "cm", "om");

    /** A longer name leaves room for a second slip. */
    private static final int LONG = 7;
    private static final int SHORT = 4;

    private LikelyTypo() {}

    /** The address that was probably meant; empty when the one that is there looks right. */
    public static Optional<EmailAddress> meant(EmailAddress address) {
        return domain(address.domain()).flatMap(better -> EmailAddress.parse(address.localPart() + "@" + better));
    }

    private static Optional<String> domain(String domain) {
        var dot = domain.indexOf('.');
        var name = domain.substring(0, dot);
        var rest = domain.substring(dot + 1);
        var own = PROVIDERS.get(name);
        if (own != null) {
            return own.contains(rest) || (isPlausible(rest) && !NOWHERE_ELSE.contains(name)
                    && !(own.contains("com") && SLIPS_OF_COM.contains(rest)))
                            ? Optional.empty()
                            : nearest(rest, own).or(() -> NOWHERE_ELSE.contains(name) && isPlausible(rest)
                                    ? Optional.of(own.getFirst())
                                    : Optional.empty()).map(end -> name + "." + end);
        }
        if (REAL.contains(name)) {
            return Optional.empty();
        }
        var likely = new ArrayList<String>();
        PROVIDERS.forEach((provider, ends) -> {
            if (isSlip(name, provider)) {
                nearest(rest, ends).ifPresent(end -> likely.add(provider + "." + end));
            }
        });
        return likely.size() == 1 ? Optional.of(likely.getFirst()) : Optional.empty();
    }

    private static boolean isPlausible(String end) {
        return COMMON.contains(end) || COUNTRIES.contains(end) || IN_A_COUNTRY.matcher(end).matches();
    }

    /** The end itself when it is one of those, else one that is a slip away when it is no end that there is. */
    private static Optional<String> nearest(String end, List<String> ends) {
        if (ends.contains(end)) {
            return Optional.of(end);
        }
        return ends.stream().filter(each -> distance(end, each) == 1
                && (!isPlausible(end) || (each.equals("com") && SLIPS_OF_COM.contains(end))))
                .findFirst();
    }

    private static boolean isSlip(String typed, String provider) {
        if (provider.length() <= SHORT) {
            return isSwapped(typed, provider) || (typed.length() == provider.length() + 1
                    && typed.replaceAll("(.)\\1", "$1").equals(provider));
        }
        return distance(typed, provider) <= (provider.length() >= LONG ? 2 : 1);
    }

    private static boolean isSwapped(String typed, String meant) {
        return typed.length() == meant.length() && distance(typed, meant) == 1
                && typed.chars().sorted().boxed().toList().equals(meant.chars().sorted().boxed().toList());
    }

    /** Optimal string alignment: insertions, deletions, substitutions, and swaps of neighbours. */
    private static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 2) {
            return Integer.MAX_VALUE;
        }
        var rows = new int[a.length() + 1][b.length() + 1];
        for (var i = 0; i <= a.length(); i++) {
            for (var j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    rows[i][j] = i + j;
                    continue;
                }
                var same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                rows[i][j] = Math.min(Math.min(rows[i - 1][j], rows[i][j - 1]) + 1, rows[i - 1][j - 1] + same);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
                }
            }
        }
        return rows[a.length()][b.length()];
    }
}
