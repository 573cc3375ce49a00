package io.playcaller.health.fold;

/**
 * An account whose stored state this version cannot read: a newer version wrote it, or its bytes are damaged. It is left as
 * it is.
 *
 * @param why what is wrong with the bytes
 */
public record UnreadableState(String why) implements StoredAccount {

    /** The stable code of this failure. */
    public static final String CODE = "state.unreadable";

    /** Why the account is in quarantine; the same for all accounts whose bytes have the same fault. */
    public String reason() {
        return CODE + ": " + why;
    }
}
