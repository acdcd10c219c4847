package org.clubpost.cli.send;

import java.io.PrintWriter;
import java.util.List;
import org.clubpost.aws.event.MailTags;
import org.clubpost.cli.cloud.AwsErrors;
import org.clubpost.cli.cloud.Cloud;
import org.clubpost.cli.cloud.CloudStack;
import org.clubpost.cli.doctor.check.Checks;
import org.clubpost.cli.doctor.check.Finding;
import org.clubpost.cli.doctor.fact.Look;
import org.clubpost.cli.doctor.read.AwsFacts;
import org.clubpost.cli.doctor.read.Dns;
import org.clubpost.cli.output.CommandFailure;
import org.clubpost.cli.output.Listing;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.MessageTag;

/**
 * Sends a mail to each address of SES's mailbox simulator, in the way that the functions send theirs, and shows what
 * SES answers.
 */
final class TestMails {

    private static final String TAKEN = "taken as ";
    private static final String SIMULATOR = "@simulator.amazonses.com";

    /** What the simulator plays (Amazon SES Developer Guide, "Using the mailbox simulator"). */
    private enum Part {
        SUCCESS("success", "arrives"), BOUNCE("bounce", "bounces: the address does not exist"), COMPLAINT("complaint",
                "arrives, and is marked as spam"), OUT_OF_OFFICE("ooto",
                        "arrives, and an automatic reply comes back"), SUPPRESSED("suppressionlist",
                                "bounces: SES has it on its suppression list");

        private final String localPart;
        private final String meaning;

        Part(String localPart, String meaning) {
            this.localPart = localPart;
            this.meaning = meaning;
        }
    }

    private final PrintWriter out;

    /**
     * @param out where the answers are shown
     */
    TestMails(PrintWriter out) {
        this.out = out;
    }

    /**
     * Sends a mail to each address of the simulator.
     *
     * @throws CommandFailure when SES does not take all of them
     */
    void send(String name) {
        try (var cloud = Cloud.open()) {
            var stack = cloud.stack(name);
            var taken = 0;
            try (var listing = new Listing(out, false, "to", "what it plays", "SES says")) {
                for (var part : Part.values()) {
                    var answer = send(cloud.sesV2(), stack, part);
                    taken += answer.startsWith(TAKEN) ? 1 : 0;
                    listing.add(part.localPart + SIMULATOR, part.meaning, answer);
                }
            }
            out.println();
            showReports(cloud, stack);
            if (taken < Part.values().length) {
                throw new CommandFailure("SES refused " + (Part.values().length - taken) + " of "
                        + Part.values().length + " mails. Why: ./clubpost doctor --stack " + stack.name());
            }
        }
    }

    private static String send(SesV2Client ses, CloudStack stack, Part part) {
        var from = "clubpost-test@" + stack.domain();
        var to = part.localPart + SIMULATOR;
        var mail = String.join("\r\n", List.of("From: Clubpost <" + from + ">", "To: " + to,
                "Subject: A test of Clubpost", "Auto-Submitted: auto-generated", "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=us-ascii", "", "A test of Clubpost.", ""));
        try {
            return TAKEN + ses.sendEmail(request -> request.fromEmailAddress(from)
                    .destination(receivers -> receivers.toAddresses(to))
                    .configurationSetName(stack.output("ConfigurationSetName"))
                    .emailTags(MessageTag.builder().name(MailTags.PURPOSE).value(MailTags.OTHER).build())
                    .content(content -> content.raw(raw -> raw.data(SdkBytes.fromUtf8String(mail))))).messageId();
        } catch (AwsServiceException refused) {
            return AwsErrors.isForbidden(refused)
                    ? "the permission ses:SendRawEmail is missing"
                    : AwsErrors.code(refused) + AwsErrors.message(refused);
        } catch (SdkException unreachable) {
            return "it cannot be reached";
        }
    }

    /** A function hears of bounces and complaints some seconds later: nothing here could wait for them. */
    private void showReports(Cloud cloud, CloudStack stack) {
        var facts = new AwsFacts(cloud, stack, new Look.Missing<>(), new Dns(""));
        var reports = Checks.reports().stream().flatMap(check -> check.look(facts).stream()).toList();
        var lost = reports.stream().filter(finding -> !(finding instanceof Finding.Right)).toList();
        if (lost.isEmpty()) {
            out.println(
                    "Within a minute, the feedback function hears of two bounces and a complaint. They are nobody's: it "
                            + "writes so to its log, and nothing follows.");
        }
        lost.forEach(finding -> out.println(finding.subject() + ": " + finding.text()));
    }
}
