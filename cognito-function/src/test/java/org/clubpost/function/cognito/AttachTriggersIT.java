package org.clubpost.function.cognito;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.clubpost.aws.moto.MotoServer;
import org.clubpost.aws.resource.Chore.Made;
import org.clubpost.aws.resource.Chore.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserPoolRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DefaultEmailOptionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.LambdaConfigType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RecoveryOptionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UpdateUserPoolRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.VerifiedAttributeType;

final class AttachTriggersIT {

    private static final String FUNCTION = "arn:aws:lambda:eu-central-1:123456789012:function:";
    private static final String OURS = FUNCTION + "pre:live";
    private static final String OURS_TOO = FUNCTION + "post:live";
    private static final String THEIRS = FUNCTION + "theirs";

    private final CognitoIdentityProviderClient client = MotoServer.running()
            .at(CognitoIdentityProviderClient.builder()).build();
    private final AttachTriggers chore = new AttachTriggers(client);

    @AfterEach
    void close() {
        client.close();
    }

    /** A pool in which not much has its default value. */
    private String pool(LambdaConfigType triggers) {
        return client.createUserPool(CreateUserPoolRequest.builder().poolName("members").lambdaConfig(triggers)
                .autoVerifiedAttributes(VerifiedAttributeType.EMAIL).emailVerificationSubject("Code")
                .userPoolTags(Map.of("club", "chess")).deletionProtection("ACTIVE")
                .adminCreateUserConfig(admin -> admin.allowAdminCreateUserOnly(true))
                .policies(policies -> policies.passwordPolicy(
                        password -> password.minimumLength(14).temporaryPasswordValidityDays(3)))
                .emailConfiguration(email -> email.from("Club <club@club.example>"))
                .accountRecoverySetting(recovery -> recovery.recoveryMechanisms(
                        RecoveryOptionType.builder().name("verified_email").priority(1).build()))
                .build()).userPool().id();
    }

    private UserPoolType describe(String pool) {
        return client.describeUserPool(request -> request.userPoolId(pool)).userPool();
    }

    private static UserPoolType comparable(UserPoolType pool, LambdaConfigType triggers) {
        return pool.toBuilder().lastModifiedDate(null).lambdaConfig(triggers).build();
    }

    private static Properties properties(String pool) {
        return new Properties(Map.of("UserPoolId", pool, "PreSignUp", OURS, "PostConfirmation", OURS_TOO));
    }

    @Test
    void triggersAreAttachedAndEverythingElseStaysAndTwiceIsOnce() {
        var pool = pool(LambdaConfigType.builder().customMessage(THEIRS).build());
        var before = describe(pool);

        assertEquals(new Made(pool, Map.of()), chore.make(properties(pool)));
        assertEquals(new Made(pool, Map.of()), chore.make(properties(pool)));

        var expected = LambdaConfigType.builder().customMessage(THEIRS).preSignUp(OURS).postConfirmation(OURS_TOO)
                .build();
        var after = describe(pool);
        assertEquals(comparable(before, expected), comparable(after, after.lambdaConfig()));
    }

    @Test
    void removalTakesOursOffAndNothingElse() {
        var pool = pool(LambdaConfigType.builder().customMessage(THEIRS).build());
        var before = describe(pool);
        chore.make(properties(pool));

        chore.remove(pool, properties(pool));
        chore.remove(pool, properties(pool));

        var after = describe(pool);
        assertEquals(comparable(before, before.lambdaConfig()), comparable(after, after.lambdaConfig()));
    }

    @Test
    void triggerOfSomebodyElseIsNeitherReplacedNorRemoved() {
        var pool = pool(LambdaConfigType.builder().preSignUp(THEIRS).build());

        var refusal = assertThrows(IllegalStateException.class, () -> chore.make(properties(pool)));
        chore.remove(pool, properties(pool));

        assertTrue(String.valueOf(refusal.getMessage()).contains(THEIRS), refusal.getMessage());
        assertEquals(LambdaConfigType.builder().preSignUp(THEIRS).build(), describe(pool).lambdaConfig());
    }

    /** Looking changes nothing, and programs that scan mail look at every link. */
    @Test
    void poolThatVerifiesByALinkIsRefused() {
        var pool = client.createUserPool(request -> request.poolName("members").verificationMessageTemplate(
                template -> template.defaultEmailOption(DefaultEmailOptionType.CONFIRM_WITH_LINK))).userPool().id();
        var before = describe(pool);

        var refusal = assertThrows(IllegalStateException.class, () -> chore.make(properties(pool)));

        assertTrue(String.valueOf(refusal.getMessage()).contains("CONFIRM_WITH_CODE"), refusal.getMessage());
        assertEquals(before, describe(pool));
    }

    @Test
    void ourOwnFunctionUnderAnotherAliasIsReplaced() {
        var pool = pool(LambdaConfigType.builder().preSignUp(FUNCTION + "pre:7").build());

        chore.make(properties(pool));

        assertEquals(OURS, describe(pool).lambdaConfig().preSignUp());
    }

    @Test
    void poolThatIsGoneNeedsNothing() {
        chore.remove("eu-central-1_gone", properties("eu-central-1_gone"));
    }

    /**
     * Whatever UpdateUserPool takes and does not get goes back to its default. When AWS adds a setting whose name
     * DescribeUserPool does not have, this says so.
     */
    @Test
    void everythingThatUpdateTakesIsToldByDescribe() {
        var told = UserPoolType.builder().build().sdkFields().stream().map(SdkField::memberName)
                .collect(Collectors.toCollection(HashSet::new));

        var other = UpdateUserPoolRequest.builder().build().sdkFields().stream().map(SdkField::memberName)
                .filter(name -> !told.contains(name)).collect(Collectors.toCollection(TreeSet::new));

        assertEquals(Set.of("PoolName", "UserPoolId"), other);
    }
}
