package org.clubpost.mail.mime;

/**
 * Sets Angus Mail up to read what people really send. Its switches are system properties that its classes read once, when
 * they are loaded, so every class of ours that uses Angus calls {@link #lenient()} before it does.
 *
 * <p>Each one that is set here stopped an exception on a real mail; {@code mail.mime.allowutf8} and
 * {@code mail.mime.ignorewhitespacelines} are left alone because with them mails changed.
 */
public final class Angus {

    static {
        for (String name : new String[]{"mail.mime.multipart.allowempty", "mail.mime.base64.ignoreerrors",
                "mail.mime.uudecode.ignoreerrors", "mail.mime.uudecode.ignoremissingbeginend",
                "mail.mime.ignoreunknownencoding", "mail.mime.decodefilename",
                "mail.mime.address.ignorebogusgroupname"}) {
            setUnlessSet(name, "true");
        }
        for (String name : new String[]{"mail.mime.parameters.strict", "mail.mime.contentdisposition.strict",
                "mail.mime.decodetext.strict", "mail.mime.address.strict"}) {
            setUnlessSet(name, "false");
        }
    }

    private Angus() {}

    private static void setUnlessSet(String name, String value) {
        if (System.getProperty(name) == null) {
            System.setProperty(name, value);
        }
    }

    /** Makes sure that the switches are set. Costs nothing when they are. */
    public static void lenient() {
        // The work is done when this class is loaded.
    }
}
