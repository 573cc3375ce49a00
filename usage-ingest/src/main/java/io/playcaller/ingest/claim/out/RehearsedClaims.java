package io.playcaller.ingest.claim.out;

import io.playcaller.ingest.claim.ClaimKey;
import io.playcaller.ingest.claim.ClaimState;
import io.playcaller.ingest.claim.app.Claims;
import io.playcaller.ingest.rehearsal.app.Rehearsed;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** Looks the live claims up and takes none: what was stored is told, what is rehearsed is no duplicate of itself. */
@Rehearsed
@ApplicationScoped
class RehearsedClaims implements Claims {

    private final Claims claims;

    RehearsedClaims(Claims claims) {
        this.claims = claims;
    }

    @Override
    public Uni<List<ClaimState>> take(List<ClaimKey> keys, String holder, Duration window) {
        return claims.look(keys);
    }

    @Override
    public Uni<List<ClaimState>> look(List<ClaimKey> keys) {
        return claims.look(keys);
    }

    @Override
    public Uni<Void> confirm(List<ClaimKey> keys, Duration window) {
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> waits(List<ClaimKey> keys, Duration window) {
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> withdraw(List<ClaimKey> keys, String holder) {
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> release(List<ClaimKey> keys, String holder, Duration window) {
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> forget(List<ClaimKey> keys) {
        return Uni.createFrom().voidItem();
    }
}
