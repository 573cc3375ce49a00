package io.playcaller.outbox;

import io.playcaller.outbox.relay.Backlog;
import io.playcaller.outbox.relay.Lease;
import io.playcaller.outbox.relay.Leases;
import io.playcaller.outbox.relay.OutboxRow;
import io.playcaller.outbox.relay.OutboxRows;
import java.time.Duration;
import java.util.AbstractList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * The ports of a relay whose process can be stopped at a point of its work: from then on nothing that it does reaches
 * PostgreSQL until it goes on, as if it had been suspended, or never again, as if it had been killed.
 */
final class StoppableProcess {

    /** Where the process stops, at the first record that it relays. */
    enum Point {
        BEFORE_SEND,
        BEFORE_COMMIT,
        BEFORE_DELETE
    }

    private final Point point;
    private final Gate gate = new Gate();
    private final AtomicBoolean stopped = new AtomicBoolean();

    StoppableProcess(Point point) {
        this.point = point;
    }

    void awaitStop() {
        gate.awaitArrival();
    }

    void goOn() {
        gate.open();
    }

    private void stopAt(Point here) {
        if (here == point && stopped.compareAndSet(false, true)) {
            gate.pass();
        }
    }

    private <T> T alive(Supplier<T> work) {
        if (stopped.get()) {
            gate.pass();
        }
        return work.get();
    }

    OutboxRows rows(OutboxRows real) {
        return new OutboxRows() {
            @Override
            public Optional<List<OutboxRow>> oldest(Lease lease, int limit) {
                Optional<List<OutboxRow>> found = alive(() -> real.oldest(lease, limit));
                if (found.isEmpty() || found.get().isEmpty()) {
                    return found;
                }
                stopAt(Point.BEFORE_SEND);
                return Optional.of(stoppingAtTheEnd(found.get()));
            }

            @Override
            public void delete(int shard, List<OutboxRow> sent) {
                stopAt(Point.BEFORE_DELETE);
                real.delete(shard, sent);
            }

            @Override
            public Set<Integer> waiting(Set<Integer> shards) {
                return alive(() -> real.waiting(shards));
            }

            @Override
            public Backlog backlog() {
                return alive(real::backlog);
            }
        };
    }

    /** Whoever has handed all of these to the producer comes to the point before the commit. */
    private List<OutboxRow> stoppingAtTheEnd(List<OutboxRow> rows) {
        return new AbstractList<>() {
            @Override
            public OutboxRow get(int index) {
                return rows.get(index);
            }

            @Override
            public int size() {
                return rows.size();
            }

            @Override
            public Iterator<OutboxRow> iterator() {
                Iterator<OutboxRow> real = rows.iterator();
                return new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        if (!real.hasNext()) {
                            stopAt(Point.BEFORE_COMMIT);
                        }
                        return real.hasNext();
                    }

                    @Override
                    public OutboxRow next() {
                        return real.next();
                    }
                };
            }
        };
    }

    Leases leases(Leases real) {
        return new Leases() {
            @Override
            public int prepare(int shards) {
                return alive(() -> real.prepare(shards));
            }

            @Override
            public int beat(String owner, Duration ttl) {
                return alive(() -> real.beat(owner, ttl));
            }

            @Override
            public List<Lease> renew(String owner, Duration ttl) {
                return alive(() -> real.renew(owner, ttl));
            }

            @Override
            public List<Lease> claim(String owner, Duration ttl, int atMost) {
                return alive(() -> real.claim(owner, ttl, atMost));
            }

            @Override
            public List<Lease> share(String owner, Duration ttl, int below, int fair, int atMost) {
                return alive(() -> real.share(owner, ttl, below, fair, atMost));
            }

            @Override
            public boolean take(Lease lease) {
                return alive(() -> real.take(lease));
            }

            @Override
            public List<Lease> held(String owner) {
                return alive(() -> real.held(owner));
            }

            @Override
            public void giveBack(Collection<Lease> leases) {
                alive(() -> {
                    real.giveBack(leases);
                    return leases;
                });
            }

            @Override
            public void leave(String owner) {
                alive(() -> {
                    real.leave(owner);
                    return owner;
                });
            }
        };
    }
}
