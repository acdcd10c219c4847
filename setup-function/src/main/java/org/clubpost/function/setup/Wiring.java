package org.clubpost.function.setup;

import java.security.SecureRandom;
import java.util.Map;
import org.clubpost.aws.config.AwsClients;
import org.clubpost.aws.config.InstallationSecrets;
import org.clubpost.aws.config.SsmParameters;
import org.clubpost.aws.resource.Chore;
import org.clubpost.site.Site;
import org.clubpost.site.StaticFiles;

/** Makes what the function consists of in the cloud. */
final class Wiring {

    private Wiring() {}

    /** The chores, by the type of their resource. */
    static Map<String, Chore> chores() {
        var random = new SecureRandom();
        var ssm = SsmParameters.open();
        return Map.of("Custom::Secrets",
                new KeepSecrets(new KeepSecrets.Parameters(ssm::create, ssm::find),
                        () -> InstallationSecrets.generate(random).text(),
                        text -> InstallationSecrets.parse(text).edgeKey()),
                "Custom::Site", new FillSite(AwsClients.s3(), StaticFiles.of(Site.load())),
                "Custom::ActiveRuleSet", new ActivateRules(AwsClients.sesControl()));
    }
}
