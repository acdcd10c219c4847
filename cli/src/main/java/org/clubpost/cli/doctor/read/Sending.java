package org.clubpost.cli.doctor.read;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.Optional;
import org.clubpost.cli.cloud.Cloud;
import org.clubpost.cli.doctor.fact.ConfigurationSet;
import org.clubpost.cli.doctor.fact.Identity;
import org.clubpost.cli.doctor.fact.Look;
import org.clubpost.cli.doctor.fact.SendingAccount;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sesv2.model.DkimAttributes;
import software.amazon.awssdk.services.sesv2.model.EventDestination;
import software.amazon.awssdk.services.sesv2.model.MailFromAttributes;
import software.amazon.awssdk.services.sesv2.model.PricingAttributes;
import software.amazon.awssdk.services.sesv2.model.SendQuota;
import software.amazon.awssdk.services.sesv2.model.SendingOptions;
import software.amazon.awssdk.services.sesv2.model.SnsDestination;

/** How SES sends for the stack. */
final class Sending {

    private final Cloud cloud;

    Sending(Cloud cloud) {
        this.cloud = cloud;
    }

    Look<Identity> identity(String domain) {
        return Looks.at("ses:GetEmailIdentity", () -> {
            var answer = cloud.sesV2().getEmailIdentity(request -> request.emailIdentity(domain));
            var dkim = requireNonNullElse(answer.dkimAttributes(), DkimAttributes.builder().build());
            var mailFrom = requireNonNullElse(answer.mailFromAttributes(), MailFromAttributes.builder().build());
            return new Identity(isTrue(answer.verifiedForSendingStatus()),
                    new Identity.Dkim(isTrue(dkim.signingEnabled()), text(dkim.statusAsString()), dkim.tokens(),
                            requireNonNullElse(dkim.signingHostedZone(), "dkim.amazonses.com")),
                    new Identity.MailFrom(text(mailFrom.mailFromDomain()),
                            text(mailFrom.mailFromDomainStatusAsString())),
                    isTrue(answer.feedbackForwardingStatus()));
        });
    }

    Look<SendingAccount> account() {
        return Looks.at("ses:GetAccount", () -> {
            var answer = cloud.sesV2().getAccount(request -> {
            });
            var quota = requireNonNullElse(answer.sendQuota(), SendQuota.builder().build());
            var pricing = requireNonNullElse(answer.pricingAttributes(), PricingAttributes.builder().build());
            return new SendingAccount(isTrue(answer.productionAccessEnabled()), isTrue(answer.sendingEnabled()),
                    text(answer.enforcementStatus()), number(quota.max24HourSend()), number(quota.maxSendRate()),
                    number(quota.sentLast24Hours()), text(pricing.currentPlanAsString()),
                    text(pricing.nextPlanAsString()));
        });
    }

    Look<ConfigurationSet> configurationSet(String name) {
        var sends = Looks.at("ses:GetConfigurationSet", () -> Optional
                .ofNullable(cloud.sesV2().getConfigurationSet(request -> request.configurationSetName(name))
                        .sendingOptions())
                .map(SendingOptions::sendingEnabled).orElse(true));
        if (!(sends instanceof Look.Seen<Boolean>(var isOn))) {
            return sends.map(each -> new ConfigurationSet(each, List.of()));
        }
        return Looks.at("ses:GetConfigurationSetEventDestinations", () -> new ConfigurationSet(isOn,
                cloud.sesV2().getConfigurationSetEventDestinations(request -> request.configurationSetName(name))
                        .eventDestinations().stream().map(Sending::destination).toList()));
    }

    private static ConfigurationSet.Destination destination(EventDestination destination) {
        return new ConfigurationSet.Destination(destination.name(), isTrue(destination.enabled()),
                destination.matchingEventTypesAsStrings(),
                Optional.ofNullable(destination.snsDestination()).map(SnsDestination::topicArn).orElse(""));
    }

    private static boolean isTrue(@Nullable Boolean perhaps) {
        return Boolean.TRUE.equals(perhaps);
    }

    private static String text(@Nullable String perhaps) {
        return requireNonNullElse(perhaps, "");
    }

    private static double number(@Nullable Double perhaps) {
        return requireNonNullElse(perhaps, 0.0);
    }
}
