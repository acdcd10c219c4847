package org.clubpost.angus;

/**
 * Sets Angus Mail up to read what people really send. Its switches are system properties. Its classes read them once in
 * the life of a JVM, when they are initialized. So the first code that uses one of them decides for everybody.
 *
 * <p>So each class of ours that can be the first one calls {@link #lenient()} in a static block. These are the classes
 * that construct an object of Angus or call one of its static methods, and those that do the same with a library that
 * uses Angus. {@code ArchitectureTest} names each class that does not. Nothing else is needed at the entry of a
 * function, the service or the command line.
 *
 * <p>Each switch stopped an exception on a real mail. They change how mails are read, but not how mails are written.
 * {@code mail.mime.allowutf8} and {@code mail.mime.ignorewhitespacelines} are left alone because they changed mails. A
 * switch that is set on the command line of the JVM stays as it is.
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
        // The work is done when this class is initialized.
    }
}
