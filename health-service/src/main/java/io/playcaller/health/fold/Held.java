package io.playcaller.health.fold;

import io.playcaller.health.engine.state.AccountState;
import io.playcaller.health.engine.state.StateCodec;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An account's state as the fold holds it. Two are equal when state and revision are. */
public final class Held implements StoredAccount {

    private static final StateCodec CODEC = new StateCodec();

    private final AccountState state;
    private final long rev;

    /** Written where it is stored, once; read after that. */
    private byte @Nullable [] written;

    /** @param rev counts what was folded into it, in the order of the log; 0 for an account nobody has heard of */
    public Held(AccountState state, long rev) {
        this(state, rev, null);
    }

    private Held(AccountState state, long rev, byte @Nullable [] written) {
        this.state = state;
        this.rev = rev;
        this.written = written;
    }

    /**
     * A state as it was stored.
     *
     * @throws IllegalArgumentException when this version cannot read it
     */
    public static Held read(byte[] written, long rev) {
        return new Held(CODEC.decode(written), rev, written);
    }

    public AccountState state() {
        return state;
    }

    public long rev() {
        return rev;
    }

    /** The state as it is stored; nobody may write to the array. */
    public byte[] written() {
        byte[] bytes = written;
        if (bytes == null) {
            bytes = CODEC.encode(state);
            written = bytes;
        }
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Held that && rev == that.rev && state.equals(that.state);
    }

    @Override
    public int hashCode() {
        return Objects.hash(state, rev);
    }

    @Override
    public String toString() {
        return "Held[rev=" + rev + ", state=" + state + "]";
    }
}
