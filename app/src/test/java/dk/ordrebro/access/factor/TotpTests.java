package dk.ordrebro.access.factor;

import static dk.ordrebro.access.GivenAccess.GOOD_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.GivenAccess;
import dk.ordrebro.access.Role;
import dk.ordrebro.access.UserId;
import dk.ordrebro.access.factor.SecondFactor.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTests {

    private static final byte[] RFC_SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    private final GivenAccess given = new GivenAccess();
    private final CompanyId company = given.companies.create("Butik").id();
    private final UserId user = given.users
            .create(company, Role.OWNER, given.address(), "Bo", GOOD_PASSWORD)
            .id();
    private final SecondFactor factor = given.secondFactor;

    /** RFC 6238, appendix B, SHA-1. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void makesTheCodesOfTheStandard(long second, String code) {
        assertThat(Totp.code(RFC_SECRET, Totp.step(Instant.ofEpochSecond(second)), 8))
                .isEqualTo(code);
    }

    @Test
    void isOffUntilACodeShowsThatTheAppHasTheSecret() {
        factor.offer(user);
        assertThat(factor.confirm(user, "000000", user.toString())).isEmpty();
        assertThat(factor.isOn(user)).isFalse();

        List<String> codes = switchOn();

        assertThat(factor.isOn(user)).isTrue();
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        assertThat(given.verbs()).containsExactly("user second-factor-on");
    }

    @Test
    void offersTheSameSecretUntilItIsOn() {
        assertThat(factor.offer(user)).isEqualTo(factor.offer(user));
        assertThat(factor.offer(user).uri())
                .startsWith("otpauth://totp/Ordrebro:")
                .contains(factor.offer(user).typed());
    }

    @Test
    void takesACodeOnceAndOneThatIsHalfAMinuteOff() {
        String secret = factor.offer(user).typed();
        switchOn();

        assertThat(check(code(secret))).isEqualTo(Verdict.WRONG);
        given.clock.advance(Duration.ofSeconds(30));
        String code = code(secret);
        given.clock.advance(Duration.ofSeconds(30));
        assertThat(check(code)).isEqualTo(Verdict.GOOD);
        assertThat(check(code)).isEqualTo(Verdict.WRONG);
        given.clock.advance(Duration.ofMinutes(5));
        assertThat(check(code(secret).substring(0, 3) + " " + code(secret).substring(3)))
                .isEqualTo(Verdict.GOOD);
    }

    @Test
    void refusesAnOldCode() {
        String secret = factor.offer(user).typed();
        switchOn();
        given.clock.advance(Duration.ofSeconds(30));
        String code = code(secret);

        given.clock.advance(Duration.ofSeconds(61));

        assertThat(check(code)).isEqualTo(Verdict.WRONG);
    }

    @Test
    void takesEachRecoveryCodeOnce() {
        List<String> codes = switchOn();

        assertThat(check(codes.getFirst().toUpperCase(java.util.Locale.ROOT).replace('-', ' ')))
                .isEqualTo(Verdict.GOOD);
        assertThat(check(codes.getFirst())).isEqualTo(Verdict.WRONG);

        assertThat(factor.recoveryCodesLeft(user)).isEqualTo(9);
    }

    @Test
    void locksAfterFiveGuesses() {
        List<String> codes = switchOn();
        for (int i = 0; i < 5; i++) {
            assertThat(check("00000" + i)).isEqualTo(Verdict.WRONG);
        }

        assertThat(check(codes.getFirst())).isEqualTo(Verdict.LOCKED);
    }

    @Test
    void forgetsEverythingWhenSwitchedOff() {
        List<String> codes = switchOn();

        factor.switchOff(user);

        assertThat(factor.isOn(user)).isFalse();
        assertThat(factor.recoveryCodesLeft(user)).isZero();
        assertThat(check(codes.getFirst())).isEqualTo(Verdict.WRONG);
    }

    private List<String> switchOn() {
        return factor.confirm(user, code(factor.offer(user).typed()), user.toString())
                .orElseThrow();
    }

    private Verdict check(String code) {
        return factor.check(user, code, user.toString());
    }

    private String code(String secret) {
        return Totp.code(new Base32().decode(secret), Totp.step(given.clock.instant()), Totp.DIGITS);
    }
}
