package org.clubpost.cli.doctor.read;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.regex.Pattern;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.InitialDirContext;
import org.clubpost.cli.doctor.fact.Look;
import org.clubpost.cli.doctor.fact.RecordType;

/** The DNS, by the JDK's own client. */
public final class Dns {

    private static final String TIMEOUT_MILLISECONDS = "2000";
    private static final String ATTEMPTS = "3";
    /**
     * A part of a TXT record as the JDK writes it: in quotation marks when it has spaces, its own quotation marks and
     * backslashes escaped.
     */
    private static final Pattern PART = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|(\\S+)");

    private final String provider;

    /**
     * @param server which server to ask, such as {@code 1.1.1.1} or {@code 127.0.0.1:5353}; empty for this machine's
     *         usual ones
     */
    public Dns(String server) {
        provider = server.isEmpty() ? "dns:" : "dns://" + server + "/";
    }

    /** The records of that name and type; {@link Look.Missing} when there are none. */
    @SuppressWarnings("JdkObsolete") // JNDI takes nothing but a Hashtable.
    public Look<List<String>> look(String name, RecordType type) {
        var settings = new Hashtable<String, String>();
        settings.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        settings.put(Context.PROVIDER_URL, provider);
        settings.put("com.sun.jndi.dns.timeout.initial", TIMEOUT_MILLISECONDS);
        settings.put("com.sun.jndi.dns.timeout.retries", ATTEMPTS);
        try {
            var context = new InitialDirContext(settings);
            try {
                return records(context, name, type);
            } finally {
                context.close();
            }
        } catch (NameNotFoundException none) {
            return new Look.Missing<>();
        } catch (NamingException unreachable) {
            return new Look.Failed<>("the DNS does not answer for " + name);
        }
    }

    @SuppressWarnings("BanJNDI") // The provider for DNS makes texts of records, and never objects.
    private static Look<List<String>> records(InitialDirContext context, String name, RecordType type)
            throws NamingException {
        var attribute = context.getAttributes(name + ".", new String[]{type.name()}).get(type.name());
        if (attribute == null || attribute.size() == 0) {
            return new Look.Missing<>();
        }
        var records = new ArrayList<String>();
        for (var i = 0; i < attribute.size(); i++) {
            var record = String.valueOf(attribute.get(i));
            records.add(type == RecordType.TXT ? joined(record) : withoutDot(record));
        }
        return new Look.Seen<>(List.copyOf(records));
    }

    /** A long text is cut into parts, which are joined without anything between them (RFC 7208 section 3.3). */
    static String joined(String record) {
        var text = new StringBuilder();
        var parts = PART.matcher(record);
        while (parts.find()) {
            text.append(parts.group(1) == null ? parts.group(2) : parts.group(1).replaceAll("\\\\(.)", "$1"));
        }
        return text.toString();
    }

    private static String withoutDot(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
