package dk.ordrebro.access.factor;

import dk.ordrebro.access.UserId;
import java.util.List;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;

/** A code from an app on the phone, asked after the password of those who have switched it on. */
@NamedInterface("factor")
public interface SecondFactor {

    boolean isOn(UserId user);

    /** How many recovery codes are left; 0 where it is off. */
    int recoveryCodesLeft(UserId user);

    /** Begins to switch it on: a secret for the app, in effect only after {@link #confirm}. The same one until then. */
    Offer offer(UserId user);

    /**
     * Switches it on when the code shows that the app has the secret.
     *
     * @param address of the caller, whose wrong guesses are counted
     * @return recovery codes, each good for one sign-in without the phone: shown once, kept nowhere; empty for a wrong code
     */
    Optional<List<String>> confirm(UserId user, String code, String address);

    /** Switches it off, and forgets its recovery codes. */
    void switchOff(UserId user);

    /** New recovery codes instead of the old ones; empty where it is off. */
    List<String> renewRecoveryCodes(UserId user);

    /**
     * Whether a code of the app or an unused recovery code was typed. Each is taken once.
     *
     * @param address of the caller
     */
    Verdict check(UserId user, String code, String address);

    /** What came of a code. */
    enum Verdict {
        GOOD,
        WRONG,
        /** Too many wrong ones: wait. */
        LOCKED
    }

    /**
     * A secret to bring into the app.
     *
     * @param typed the secret in base 32, for those who cannot scan
     * @param uri the same as apps read it from a square
     */
    record Offer(String typed, String uri) {

        @Override
        public String toString() {
            return "Offer[…]";
        }
    }
}
