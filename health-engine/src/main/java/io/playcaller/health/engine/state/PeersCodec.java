package io.playcaller.health.engine.state;

import io.playcaller.health.engine.peer.Baseline;
import io.playcaller.health.engine.peer.Baseline.Group;
import io.playcaller.health.engine.peer.Histogram;
import io.playcaller.health.engine.peer.Peers;
import io.playcaller.health.engine.peer.Peers.Published;
import java.util.TreeMap;

/** What a log says of peers, as bytes. */
final class PeersCodec {

    private PeersCodec() {}

    static void write(ByteWriter out, Peers peers) {
        out.all(peers.published(), (to, published) -> {
            to.signed(published.at());
            to.all(published.baseline().groups().entrySet(), (each, group) -> {
                each.text(group.getKey().segment());
                each.text(group.getKey().measure());
                each.signed(group.getValue().from());
                each.unsigned(group.getValue().width());
                each.all(group.getValue().counts(), ByteWriter::unsigned);
            });
        });
    }

    /** In a state of before nobody knows of peers: the next baseline says. */
    static Peers read(ByteReader in) {
        if (in.version() < StateCodec.WITH_PEERS) {
            return Peers.NONE;
        }
        return new Peers(in.all(from -> new Published(from.signed(), baseline(from))));
    }

    private static Baseline baseline(ByteReader in) {
        TreeMap<Group, Histogram> groups = new TreeMap<>();
        int count = in.count();
        for (int i = 0; i < count; i++) {
            Group group = new Group(in.text(), in.text());
            groups.put(group, new Histogram(in.signed(), in.unsigned(), in.all(ByteReader::unsigned)));
        }
        return new Baseline(groups);
    }
}
