package org.clubpost.function.cognito;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clubpost.aws.moto.MotoServer;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.list.GroupName;
import org.clubpost.function.cognito.UserPools.Put;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GroupType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;

final class CognitoUserPoolsIT {

    private static final GroupName STUDENTS = new GroupName("students");

    private final CognitoIdentityProviderClient client = MotoServer.running()
            .at(CognitoIdentityProviderClient.builder()).build();
    private final UserPools pools = new CognitoUserPools(client);
    private User.Id anna = new User.Id("", "");

    @BeforeEach
    void makePool() {
        var pool = client.createUserPool(request -> request.poolName("members")).userPool().id();
        client.adminCreateUser(request -> request.userPoolId(pool).username("anna").userAttributes(
                AttributeType.builder().name("email").value("anna@club.example").build(),
                AttributeType.builder().name("email_verified").value("true").build()));
        anna = new User.Id(pool, "anna");
    }

    @AfterEach
    void close() {
        client.close();
    }

    private List<String> members(GroupName group) {
        return client.listUsersInGroup(request -> request.userPoolId(anna.pool()).groupName(group.value())).users()
                .stream().map(UserType::username).toList();
    }

    @Test
    void groupIsMadeAndTheUserIsInItAndTwiceIsOnce() {
        assertEquals(Put.IN, pools.put(anna, STUDENTS));
        assertEquals(Put.IN, pools.put(anna, STUDENTS));

        assertEquals(List.of("anna"), members(STUDENTS));
        assertEquals(List.of("students"), client.listGroups(request -> request.userPoolId(anna.pool())).groups()
                .stream().map(GroupType::groupName).toList());
    }

    @Test
    void groupThatIsThereIsUsed() {
        client.createGroup(request -> request.userPoolId(anna.pool()).groupName("students").precedence(3));

        assertEquals(Put.IN, pools.put(anna, STUDENTS));

        assertEquals(List.of("anna"), members(STUDENTS));
    }

    @Test
    void nobodyIsPutIntoAGroupThatHasARoleOfIam() {
        client.createGroup(request -> request.userPoolId(anna.pool()).groupName("students")
                .roleArn("arn:aws:iam::123456789012:role/admins"));

        assertEquals(Put.GROUP_HAS_ROLE, pools.put(anna, STUDENTS));

        assertEquals(List.of(), members(STUDENTS));
    }

    @Test
    void userIsFoundAsTheyAreNow() {
        var found = pools.find(anna).orElseThrow();

        assertEquals(anna, found.id());
        assertEquals(Map.of("email", "anna@club.example", "email_verified", "true"),
                Map.of("email", found.find("email").orElseThrow(), "email_verified",
                        found.find("email_verified").orElseThrow()));
        assertTrue(found.isAddressProven());
    }

    @Test
    void userWhoIsGoneIsNoFault() {
        var nobody = new User.Id(anna.pool(), "nobody");

        assertEquals(Optional.empty(), pools.find(nobody));
        assertEquals(Put.USER_GONE, pools.put(nobody, STUDENTS));
    }

    @Test
    void poolThatDoesNotAnswerIsUnavailable() {
        try (var away = MotoServer.running().at(CognitoIdentityProviderClient.builder())
                .endpointOverride(URI.create("http://127.0.0.1:1"))
                .overrideConfiguration(config -> config.retryStrategy(retry -> retry.maxAttempts(1))).build()) {
            assertThrows(UnavailableException.class, () -> new CognitoUserPools(away).find(anna));
        }
    }
}
