package org.clubpost.aws.ses;

import java.util.Optional;

import org.clubpost.core.UnavailableException;
import org.clubpost.core.outbox.SendQuota;
import org.clubpost.core.outbox.SendQuotas;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ses.SesClient;

/**
 * What SES lets the account send in this region: GetSendQuota (API version 2010-12-01), which "can be called once per
 * second" (SES API Reference); callers keep the answer for a while.
 */
public final class SesQuotas implements SendQuotas {

    /** The daily quota that means no limit ("A value of -1 signifies an unlimited quota"). */
    private static final double UNLIMITED = -1;

    private final SesClient client;

    /**
     * @param client reaches SES; is not closed here
     */
    public SesQuotas(SesClient client) {
        this.client = client;
    }

    @Override
    public SendQuota current() {
        try {
            var quota = client.getSendQuota();
            return new SendQuota(limit(quota.maxSendRate()), limit(quota.max24HourSend()),
                    Optional.ofNullable(quota.sentLast24Hours()).orElse(0.0));
        } catch (SdkException failed) {
            throw new UnavailableException("SES does not tell the quota", failed);
        }
    }

    private static double limit(@Nullable Double told) {
        return told == null || told == UNLIMITED ? Double.POSITIVE_INFINITY : told;
    }
}
