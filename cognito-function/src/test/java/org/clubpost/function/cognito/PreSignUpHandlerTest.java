package org.clubpost.function.cognito;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolPreSignUpEvent;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.clubpost.aws.event.SampleContext;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Lists;
import org.clubpost.core.subscription.Admit;
import org.clubpost.site.AccountTexts;
import org.clubpost.site.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PreSignUpHandlerTest {

    private static final AccountTexts TEXTS = new AccountTexts(Site.load());
    private static final InTime PATIENT = new InTime(Duration.ofMinutes(1));
    private static final String ELSEWHERE = "eve@elsewhere.example";

    private final Club club = new Club();
    private final PreSignUpHandler handler = handler(club.names());

    private PreSignUpHandler handler(List<ListId> names) {
        return new PreSignUpHandler(new Admit(club.lists), names, TEXTS, PATIENT);
    }

    private static CognitoUserPoolPreSignUpEvent event(String trigger, Map<String, String> attributes,
            Map<String, String> metadata) {
        var event = new CognitoUserPoolPreSignUpEvent();
        event.setTriggerSource(trigger);
        event.setUserPoolId(Club.POOL);
        event.setUserName("11111111-2222");
        event.setRequest(new CognitoUserPoolPreSignUpEvent.Request(attributes, new HashMap<>(), metadata));
        event.setResponse(new CognitoUserPoolPreSignUpEvent.Response(true, true, true));
        return event;
    }

    private static CognitoUserPoolPreSignUpEvent event(String email) {
        return event("PreSignUp_SignUp", Map.of("email", email), Map.of());
    }

    private static String refusal(PreSignUpHandler handler, CognitoUserPoolPreSignUpEvent event) {
        return String.valueOf(assertThrows(SignUpRefused.class,
                () -> handler.handleRequest(event, new SampleContext())).getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PreSignUp_SignUp", "PreSignUp_ExternalProvider", "PreSignUp_AdminCreateUser"})
    void whoseAddressAListTakesIsLetInAndNothingIsTakenAsProven(String trigger) {
        var event = event(trigger, Map.of("email", Club.ANNA.written()), Map.of());

        assertSame(event, handler.handleRequest(event, new SampleContext()));

        assertFalse(event.getResponse().getAutoConfirmUser());
        assertFalse(event.getResponse().getAutoVerifyEmail());
        assertFalse(event.getResponse().getAutoVerifyPhone());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PreSignUp_SignUp", "PreSignUp_ExternalProvider", "PreSignUp_AdminCreateUser"})
    void everybodyElseIsRefusedAndReadsWhatToDo(String trigger) {
        assertEquals(
                "Accounts here are only for addresses at club.example, *.uni.example. Sign up with such an address, "
                        + "or ask the club",
                refusal(handler, event(trigger, Map.of("email", ELSEWHERE), Map.of("lang", "en"))));
    }

    @Test
    void refusalIsInTheLanguageOfTheListWhenNobodyKnowsThatOfThePerson() {
        assertEquals("Konten gibt es hier nur für Adressen bei club.example, *.uni.example. Melden Sie sich mit einer "
                + "solchen Adresse an oder fragen Sie den Verein", refusal(handler, event(ELSEWHERE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "anna", "anna@", "\"a b\"@club.example"})
    void whoHasNoAddressIsRefused(String email) {
        assertEquals("An e-mail address is needed. Sign up with one", refusal(handler, event(email)));
    }

    @Test
    void missingSettingLetsNobodyIn() {
        assertEquals("Accounts here are for addresses of the club only. Sign up with such an address, or ask the club",
                refusal(handler(List.of(new ListId("gone"))), event(Club.ANNA.written())));
    }

    @Test
    void whenTheTableCannotBeReadNobodyIsLetIn() {
        var handler = new PreSignUpHandler(new Admit(Away.lists(club.lists, () -> {
            throw new UnavailableException("the table is away");
        })), club.names(), TEXTS, PATIENT);

        assertEquals("Ihre Adresse ließ sich gerade nicht prüfen. Bitte versuchen Sie es in einer Minute noch einmal",
                refusal(handler, event("PreSignUp_SignUp", Map.of("email", Club.ANNA.written(), "locale", "de_DE"),
                        Map.of())));
    }

    @Test
    void whenTheTableDoesNotAnswerInTimeNobodyIsLetIn() {
        var never = new CountDownLatch(1);
        Lists silent = Away.lists(club.lists, () -> {
            try {
                never.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        var handler = new PreSignUpHandler(new Admit(silent), club.names(), TEXTS, new InTime(Duration.ofMillis(5)));

        assertEquals("Your address could not be checked just now. Please try again in a minute",
                refusal(handler, event(Club.ANNA.written())));
    }
}
