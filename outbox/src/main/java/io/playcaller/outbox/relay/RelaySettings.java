package io.playcaller.outbox.relay;

import java.time.Duration;

/**
 * How a relay works.
 *
 * @param owner this process, unlike every other and every earlier one
 * @param shards how many the outbox has, where they are shared by lease
 * @param batch how many records are sent in one transaction, at most
 * @param senders how many shards are sent at once
 * @param poll how often the outbox is looked at without a poke: the delay of records that another replica appended
 * @param leaseTtl how long a dead replica's shards wait; reviewed four times in it
 */
public record RelaySettings(String owner, int shards, int batch, int senders, Duration poll, Duration leaseTtl) {

    public RelaySettings {
        atLeastOne("shards", shards);
        atLeastOne("batch", batch);
        atLeastOne("senders", senders);
        positive("poll", poll);
        positive("leaseTtl", leaseTtl);
    }

    Duration reviewEvery() {
        return leaseTtl.dividedBy(4);
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + ": expected at least 1, got " + value);
        }
    }

    private static void positive(String name, Duration value) {
        if (value.toMillis() < 1) {
            throw new IllegalArgumentException(name + ": expected at least 1 ms, got " + value);
        }
    }
}
