package org.clubpost.cli.doctor.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.clubpost.cli.doctor.fact.Facts;
import org.clubpost.cli.doctor.fact.ListFact;
import org.clubpost.cli.doctor.fact.Look;
import org.clubpost.cli.doctor.fact.SendingAccount;

/**
 * What the account pays for a mail. SES has had pricing plans since July 2026, each for an account and region; an
 * account that sent nothing in the year before began with Essentials, where a mail costs more than by use. Dollars of
 * us-east-1 (AWS Price List for AmazonSES, July 2026; docs/cost.md).
 */
final class PlanCheck implements Check {

    private static final String SUBJECT = "SES plan";
    private static final String BY_USE = "NONE";
    /** For a thousand mails. */
    private static final Map<String, BigDecimal> PRICES = Map.of(BY_USE, new BigDecimal("0.10"), "ESSENTIALS",
            new BigDecimal("0.16"), "PRO", new BigDecimal("0.22"), "ENTERPRISE", new BigDecimal("0.23"));
    /** For a month, whatever is sent. */
    private static final Map<String, Integer> FEES = Map.of("PRO", 105, "ENTERPRISE", 500);

    @Override
    public List<Finding> look(Facts facts) {
        return List.of(facts.account() instanceof Look.Seen<SendingAccount>(var account)
                ? judge(account, facts)
                : Finding.unseen(SUBJECT, facts.account()));
    }

    private static Finding judge(SendingAccount account, Facts facts) {
        var plan = account.nextPlan().isEmpty() ? account.plan() : account.nextPlan();
        if (plan.isEmpty()) {
            return new Finding.Unknown(SUBJECT,
                    "AWS does not say which; the console does: Amazon SES, Account dashboard");
        }
        var now = "it is " + plan + (account.nextPlan().isEmpty() ? "" : " from the next month on")
                + (FEES.containsKey(plan) ? ", " + FEES.get(plan) + " dollars a month" : "");
        if (plan.equals(BY_USE) || !PRICES.containsKey(plan)) {
            return new Finding.Right(SUBJECT, plan.equals(BY_USE)
                    ? "by use, " + PRICES.get(BY_USE) + " dollars for a thousand mails, which no plan is below"
                    : now);
        }
        var members = members(facts);
        return new Finding.Warning(SUBJECT, now + ": a post to all " + members + " members costs " + cost(plan, members)
                + " dollars, and by use " + cost(BY_USE, members),
                "Unless your mails carry more than half a megabyte each, or something else in this account sends with SES, "
                        + "pay by use: aws sesv2 put-account-pricing-attributes --plan " + BY_USE + " --region "
                        + facts.stack().region());
    }

    private static long members(Facts facts) {
        return facts.lists() instanceof Look.Seen<List<ListFact>>(var lists)
                ? lists.stream().mapToLong(ListFact::members).sum()
                : 0;
    }

    private static String cost(String plan, long members) {
        return PRICES.getOrDefault(plan, BigDecimal.ZERO).multiply(BigDecimal.valueOf(members)).movePointLeft(3)
                .toPlainString();
    }
}
