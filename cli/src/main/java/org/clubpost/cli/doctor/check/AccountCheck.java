package org.clubpost.cli.doctor.check;

import java.util.List;
import java.util.Locale;
import org.clubpost.cli.doctor.fact.Facts;
import org.clubpost.cli.doctor.fact.ListFact;
import org.clubpost.cli.doctor.fact.Look;
import org.clubpost.cli.doctor.fact.SendingAccount;

/** Whether the account may send, whether it may send to everybody, and whether its quota is large enough. */
final class AccountCheck implements Check {

    private static final String SENDING = "sending";
    private static final String SANDBOX = "sandbox";
    private static final String QUOTA = "quota";
    private static final double NEARLY = 0.8;

    @Override
    public List<Finding> look(Facts facts) {
        return facts.account() instanceof Look.Seen<SendingAccount>(var account)
                ? List.of(sandbox(account), sending(account, facts), quota(account, facts))
                : List.of(Finding.unseen(SENDING, facts.account()));
    }

    private static Finding sandbox(SendingAccount account) {
        return account.inProduction()
                ? new Finding.Right(SANDBOX, "the account is in production: it may write to everybody")
                : new Finding.Wrong(SANDBOX, "the account is in the sandbox: it may write to verified addresses only",
                        "Ask AWS: Amazon SES, Account dashboard, View Get set up page, Request production access; "
                                + "docs/deploy.md, step 5, has the text to paste.");
    }

    private static Finding sending(SendingAccount account, Facts facts) {
        if (account.enforcement().equals("SHUTDOWN")) {
            return new Finding.Wrong(SENDING, "AWS has stopped this account from sending (SHUTDOWN)",
                    "AWS wrote to the account's address and said why. Answer in the console's Support Center.");
        }
        if (!account.sends()) {
            return new Finding.Wrong(SENDING, "sending is switched off for the account",
                    "Switch it on: aws sesv2 put-account-sending-attributes --sending-enabled --region "
                            + facts.stack().region());
        }
        return account.enforcement().equals("PROBATION")
                ? new Finding.Warning(SENDING, "AWS reviews this account (PROBATION)",
                        "AWS wrote to the account's address and said why. Answer in the console's Support Center.")
                : new Finding.Right(SENDING, "the account may send");
    }

    private static Finding quota(SendingAccount account, Facts facts) {
        if (account.perDay() < 0) {
            return new Finding.Right(QUOTA, "as many mails as you like, " + number(account.perSecond()) + " a second");
        }
        var text = number(account.sentToday()) + " of " + number(account.perDay()) + " mails in 24 hours are sent, "
                + number(account.perSecond()) + " a second";
        var raise = "Ask for more: Amazon SES, Account dashboard, Request a limit increase.";
        if (account.sentToday() >= account.perDay()) {
            return new Finding.Wrong(QUOTA, text, "Posts go on by themselves when the day is over. " + raise);
        }
        var largest = facts.lists() instanceof Look.Seen<List<ListFact>>(var lists)
                ? lists.stream().mapToLong(ListFact::members).max().orElse(0)
                : 0;
        if (largest > account.perDay()) {
            return new Finding.Warning(QUOTA, text + ", and the largest list has " + largest + " members", raise);
        }
        return account.sentToday() >= NEARLY * account.perDay()
                ? new Finding.Warning(QUOTA, text, raise)
                : new Finding.Right(QUOTA, text);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value == Math.rint(value) ? "%,.0f" : "%,.1f", value);
    }
}
