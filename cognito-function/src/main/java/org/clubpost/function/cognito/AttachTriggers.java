package org.clubpost.function.cognito;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.clubpost.aws.resource.Chore;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminCreateUserConfigType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DefaultEmailOptionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.LambdaConfigType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UpdateUserPoolRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;

/**
 * {@code Custom::PoolTriggers}: has a user pool call two functions, {@code PreSignUp} and {@code PostConfirmation}.
 *
 * <p>UpdateUserPool sets whatever it is not told back to its default. So everything that DescribeUserPool tells and
 * UpdateUserPool takes is handed on, by the names that both have. A trigger of somebody else's is never replaced: the
 * resource fails and says so; so it does for a pool that verifies addresses by a link. On removal only our own triggers
 * are taken off.
 */
final class AttachTriggers implements Chore {

    private static final String POOL = "UserPoolId";

    private final CognitoIdentityProviderClient client;

    AttachTriggers(CognitoIdentityProviderClient client) {
        this.client = client;
    }

    @Override
    public Made make(Properties properties) {
        var pool = properties.text(POOL);
        var before = client.describeUserPool(request -> request.userPoolId(pool)).userPool();
        refuseLinks(before);
        var triggers = Optional.ofNullable(before.lambdaConfig()).orElseGet(() -> LambdaConfigType.builder().build());
        var preSignUp = properties.text("PreSignUp");
        var postConfirmation = properties.text("PostConfirmation");
        refuseAnother("pre-sign-up", triggers.preSignUp(), preSignUp);
        refuseAnother("post-confirmation", triggers.postConfirmation(), postConfirmation);
        var wanted = triggers.toBuilder().preSignUp(preSignUp).postConfirmation(postConfirmation).build();
        if (!wanted.equals(triggers)) {
            update(before, pool, wanted);
        }
        return new Made(pool, Map.of());
    }

    /**
     * Programs that scan mail fetch every link in it. With such links a stranger could sign somebody else up, and that
     * person's scanner would say yes to the lists (VerificationMessageTemplateType, "DefaultEmailOption").
     */
    private static void refuseLinks(UserPoolType pool) {
        var template = pool.verificationMessageTemplate();
        if (template != null && template.defaultEmailOption() == DefaultEmailOptionType.CONFIRM_WITH_LINK) {
            throw new IllegalStateException("the pool verifies addresses by a link, which programs that scan mail open"
                    + " by themselves, so anybody could be put on a list; nothing was changed. Have it send codes:"
                    + " \"DefaultEmailOption\" must be CONFIRM_WITH_CODE");
        }
    }

    /** Ours may be there from before, by another alias or version. */
    private static void refuseAnother(String trigger, @Nullable String there, String ours) {
        if (there != null && !isSameFunction(there, ours)) {
            throw new IllegalStateException("the pool has a " + trigger + " trigger already, " + there
                    + "; nothing was changed. Have that function call ours, or take it off first");
        }
    }

    private static boolean isSameFunction(String one, String other) {
        return function(one).equals(function(other));
    }

    /** {@code arn:aws:lambda:REGION:ACCOUNT:function:NAME}, without the version or alias that may follow. */
    private static String function(String arn) {
        return Arrays.stream(arn.split(":", -1)).limit(7).collect(Collectors.joining(":"));
    }

    @Override
    public void remove(String id, Properties properties) {
        var pool = properties.text(POOL);
        try {
            var before = client.describeUserPool(request -> request.userPoolId(pool)).userPool();
            var triggers = before.lambdaConfig();
            if (triggers == null) {
                return;
            }
            var after = triggers.toBuilder();
            if (isOurs(triggers.preSignUp(), properties.text("PreSignUp"))) {
                after.preSignUp(null);
            }
            if (isOurs(triggers.postConfirmation(), properties.text("PostConfirmation"))) {
                after.postConfirmation(null);
            }
            if (!after.build().equals(triggers)) {
                update(before, pool, after.build());
            }
        } catch (ResourceNotFoundException gone) {
            // The pool has taken its triggers with it.
        }
    }

    private static boolean isOurs(@Nullable String there, String ours) {
        return there != null && isSameFunction(there, ours);
    }

    private void update(UserPoolType before, String pool, LambdaConfigType triggers) {
        client.updateUserPool(keeping(before).userPoolId(pool).lambdaConfig(triggers).build());
    }

    /** A request that changes nothing. */
    private static UpdateUserPoolRequest.Builder keeping(UserPoolType pool) {
        var known = pool.sdkFields().stream().collect(Collectors.toMap(SdkField::memberName, UnaryOperator.identity()));
        var request = UpdateUserPoolRequest.builder();
        for (var field : request.build().sdkFields()) {
            Optional.ofNullable(known.get(field.memberName())).map(same -> same.getValueOrDefault(pool))
                    .filter(Objects::nonNull).ifPresent(value -> field.set(request, value));
        }
        return request.poolName(pool.name()).adminCreateUserConfig(withoutTwoOfAKind(pool));
    }

    /**
     * The days for which a temporary password is good are told in two places, and UpdateUserPool takes them in one: in
     * the password policy (AdminCreateUserConfigType, "UnusedAccountValidityDays").
     */
    private static @Nullable AdminCreateUserConfigType withoutTwoOfAKind(UserPoolType pool) {
        var config = pool.adminCreateUserConfig();
        return config == null || pool.policies() == null || pool.policies().passwordPolicy() == null
                ? config
                : config.toBuilder().unusedAccountValidityDays(null).build();
    }
}
