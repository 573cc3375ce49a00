package io.playcaller.health.engine.state;

import io.playcaller.health.engine.fact.Facts;
import io.playcaller.health.engine.log.LogState;
import java.util.function.Function;

/**
 * States as bytes: compact and deterministic, equal states make equal bytes. The first byte is the version; a reader knows
 * the versions before its own.
 */
public final class StateCodec {

    /** The first version that keeps which product facts and contracts are about. */
    static final int WITH_PRODUCTS = 2;

    /** The first version that keeps what was taken back. */
    static final int WITH_CORRECTIONS = 3;

    /** The first version that keeps into which account another was merged. */
    static final int WITH_MERGES = 4;

    /** The first version that keeps since when use would be heard of, and of what an episode told. */
    static final int WITH_ABSENCE = 5;

    /** The first version that keeps where an account was placed. */
    static final int WITH_PLACES = 6;
    /** The first version that keeps what our own people said. */
    static final int WITH_JUDGEMENT = 6;
    /** The first version that keeps objectives, more of tickets, when notice came, and use by month. */
    static final int WITH_OBJECTIVES = 6;
    /** The first version that keeps how well milestones are reached. */
    static final int WITH_VALUES = 6;
    /** The first version that keeps the values that were said, and the facts that last moved them. */
    static final int WITH_READINGS = 6;

    /** The first version that keeps parents, what children told, and what was told to a parent. */
    static final int WITH_CHILDREN = 7;
    /** The first version that keeps what moved and was not announced yet. */
    static final int WITH_UNSAID = 7;
    /** The first version that keeps use by product. */
    static final int WITH_PRODUCT_USE = 7;
    /** The first version that keeps the name of the card beside the rules of a point of a track. */
    static final int WITH_CARDS = 7;
    /** The first version that keeps that a ticket was opened again longer than the version of the ticket that said so. */
    static final int WITH_REOPENINGS = 7;
    /** The first version that keeps what a log says of peers. */
    static final int WITH_PEERS = 7;

    /** The first version that writes of versions and of tickets how long they came after one another. */
    static final int WITH_DISTANCES = 8;

    /** The first version that keeps which of many tickets are looked at. */
    static final int WITH_SAMPLES = 9;

    /** The first version that keeps which product each line of a contract is of. */
    static final int WITH_LINE_PRODUCTS = 9;

    /** The first version that keeps measures that a model declared, by their ids. */
    static final int WITH_DECLARED = 10;

    /** The first version that keeps of which days nothing is known. */
    static final int WITH_GAPS = 11;

    /** The first version that keeps what contracts are worth from day to day, and from which they go on. */
    static final int WITH_REVENUE = 12;

    /** The first version that keeps of each contact when they were met, and when one of ours was first in touch. */
    static final int WITH_CONTACTS_MET = 12;

    /** The first version that keeps who gave an answer. */
    static final int WITH_PEOPLE_OF_ANSWERS = 12;

    /** The first version that tells an adoption of which nothing is known from one of 0. */
    static final int WITH_UNKNOWN_ADOPTION = 12;

    private static final int VERSION = 12;

    public byte[] encode(AccountState state) {
        ByteWriter out = new ByteWriter();
        out.raw(VERSION);
        out.text(state.accountId());
        FactsCodec.write(out, state.facts());
        StandingCodec.write(out, state.standing());
        PlacedCodec.write(out, state.placed(), state.standing().said().profile());
        ChildrenCodec.handed(out, state.handed());
        return out.toBytes();
    }

    /** @throws IllegalArgumentException when the bytes are not of a version that this reader knows, or are damaged */
    public AccountState decode(byte[] bytes) {
        return read(bytes, StateCodec::account);
    }

    private static AccountState account(ByteReader in) {
        String accountId = in.text();
        Facts facts = FactsCodec.read(in);
        Standing standing = StandingCodec.read(in);
        return new AccountState(
                accountId, facts, standing, PlacedCodec.read(in, standing.said().profile()), ChildrenCodec.handed(in));
    }

    /** The facts alone: what any order of the same facts makes equal. */
    public byte[] encodeFacts(AccountState state) {
        ByteWriter out = new ByteWriter();
        out.raw(VERSION);
        FactsCodec.write(out, state.facts());
        return out.toBytes();
    }

    public byte[] encode(LogState state) {
        ByteWriter out = new ByteWriter();
        out.raw(VERSION);
        LogCodec.write(out, state);
        return out.toBytes();
    }

    /** @throws IllegalArgumentException when the bytes are not of a version that this reader knows, or are damaged */
    public LogState decodeLog(byte[] bytes) {
        return read(bytes, LogCodec::read);
    }

    /** Whether a version before this one wrote them. */
    public boolean ofBefore(byte[] bytes) {
        return bytes.length > 0 && (bytes[0] & 0xff) < VERSION;
    }

    /** A state ends where its bytes do. */
    private static <S> S read(byte[] bytes, Function<ByteReader, S> state) {
        int version = bytes.length == 0 ? 0 : bytes[0] & 0xff;
        if (version < 1 || version > VERSION) {
            throw new IllegalArgumentException("state of version " + version + ", known are 1 to " + VERSION);
        }
        ByteReader in = new ByteReader(bytes);
        S read;
        try {
            read = state.apply(in);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("damaged state: " + e, e);
        }
        if (!in.atEnd()) {
            throw new IllegalArgumentException("damaged state: bytes follow it");
        }
        return read;
    }
}
