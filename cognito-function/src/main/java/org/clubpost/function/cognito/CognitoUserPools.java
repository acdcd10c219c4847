package org.clubpost.function.cognito;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.list.GroupName;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GroupExistsException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;

/** The pools in Cognito itself. Safe for use by many threads, like the client that it is given. */
final class CognitoUserPools implements UserPools {

    private static final String DESCRIPTION = "Made by Clubpost, for the addresses of a domain.";

    private final CognitoIdentityProviderClient client;

    /**
     * @param client reaches Cognito; is not closed here
     */
    CognitoUserPools(CognitoIdentityProviderClient client) {
        this.client = client;
    }

    @Override
    public Optional<User> find(User.Id user) {
        return asking(() -> {
            try {
                var found = client.adminGetUser(request -> request.userPoolId(user.pool()).username(user.name()));
                return Optional.of(new User(user, found.userAttributes().stream()
                        .collect(Collectors.toMap(AttributeType::name, AttributeType::value)), Map.of()));
            } catch (UserNotFoundException gone) {
                return Optional.empty();
            }
        });
    }

    @Override
    public Put put(User.Id user, GroupName group) {
        return asking(() -> {
            if (hasRole(user.pool(), group)) {
                return Put.GROUP_HAS_ROLE;
            }
            try {
                client.adminAddUserToGroup(request -> request.userPoolId(user.pool()).username(user.name())
                        .groupName(group.value()));
                return Put.IN;
            } catch (UserNotFoundException gone) {
                return Put.USER_GONE;
            }
        });
    }

    /** Makes the group if it is missing. */
    private boolean hasRole(String pool, GroupName group) {
        try {
            return client.getGroup(request -> request.userPoolId(pool).groupName(group.value())).group()
                    .roleArn() != null;
        } catch (ResourceNotFoundException missing) {
            make(pool, group);
            return false;
        }
    }

    private void make(String pool, GroupName group) {
        try {
            client.createGroup(
                    request -> request.userPoolId(pool).groupName(group.value()).description(DESCRIPTION));
        } catch (GroupExistsException madeMeanwhile) {
            // By whoever came from the same domain at the same time.
        }
    }

    private static <T> T asking(Supplier<T> question) {
        try {
            return question.get();
        } catch (SdkException failed) {
            throw new UnavailableException("the user pool cannot be used", failed);
        }
    }
}
