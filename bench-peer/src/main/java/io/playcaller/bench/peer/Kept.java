package io.playcaller.bench.peer;

import io.playcaller.health.engine.state.AccountState;
import io.playcaller.health.engine.state.StateCodec;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** What a store keeps of an account: the revision in eight bytes, and the engine's state in its own. */
record Kept(long rev, AccountState state) {

    static Kept read(StateCodec codec, byte[] bytes) {
        long rev = ByteBuffer.wrap(bytes).getLong();
        return new Kept(rev, codec.decode(Arrays.copyOfRange(bytes, Long.BYTES, bytes.length)));
    }

    byte[] bytes(StateCodec codec) {
        byte[] encoded = codec.encode(state);
        return ByteBuffer.allocate(Long.BYTES + encoded.length)
                .putLong(rev)
                .put(encoded)
                .array();
    }
}
