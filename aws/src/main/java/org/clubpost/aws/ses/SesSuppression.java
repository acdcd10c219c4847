package org.clubpost.aws.ses;

import java.util.LinkedHashSet;
import java.util.List;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.feedback.ProviderSuppression;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.NotFoundException;

/**
 * The suppression list of the account in this region (SES Developer Guide, "Using the Amazon SES account-level
 * suppression list"). Its calls tell upper from lower case, while SES when it sends does not; so an address is taken
 * off as it was written and in lower case.
 */
public final class SesSuppression implements ProviderSuppression {

    private final SesV2Client client;

    /**
     * @param client reaches SES; is not closed here
     */
    public SesSuppression(SesV2Client client) {
        this.client = client;
    }

    @Override
    public void remove(EmailAddress address) {
        for (var form : new LinkedHashSet<>(List.of(address.ascii(), address.compared()))) {
            try {
                client.deleteSuppressedDestination(request -> request.emailAddress(form));
            } catch (NotFoundException notOnTheList) {
                // That is how it should be.
            } catch (SdkException failed) {
                throw new UnavailableException("SES does not take an address off its suppression list", failed);
            }
        }
    }
}
