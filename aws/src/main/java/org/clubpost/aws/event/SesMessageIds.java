package org.clubpost.aws.event;

/** SES's ids of mails: what its API answers and its events name, and what stands in the mail. */
public final class SesMessageIds {

    private SesMessageIds() {}

    /**
     * The Message-ID of the mail, without the angle brackets (SES Developer Guide, "Amazon SES header fields": us-east-1 is
     * the exception).
     *
     * @param id as SES answers it
     * @param region where SES is, such as {@code eu-central-1}
     */
    public static String inMail(String id, String region) {
        return id + "@" + (region.equals("us-east-1") ? "email" : region) + ".amazonses.com";
    }
}
