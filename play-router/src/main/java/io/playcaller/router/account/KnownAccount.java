package io.playcaller.router.account;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.register.Owner;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the register and health-service said of an account. A signal brings a snapshot of the same; of two copies the newer
 * counts, so that the order between topics does not matter.
 *
 * @param name null when only signals know the account
 * @param ownersVersion of {@code owners}; 0 when the register has said nothing yet
 * @param stage of its life; null while {@code health-changes} has said nothing
 * @param stageAt when that was so, on the log's clock
 * @param country two capital letters; null where the register says none
 * @param industry null where the register says none
 */
public record KnownAccount(
        @Nullable String name,
        List<Owner> owners,
        long ownersVersion,
        @Nullable String stage,
        @Nullable Instant stageAt,
        @Nullable String country,
        @Nullable String industry) {

    /** One of which the register says neither country nor industry. */
    public KnownAccount(
            @Nullable String name,
            List<Owner> owners,
            long ownersVersion,
            @Nullable String stage,
            @Nullable Instant stageAt) {
        this(name, owners, ownersVersion, stage, stageAt, null, null);
    }

    /** Before anything was said. */
    public static final KnownAccount UNKNOWN = new KnownAccount(null, List.of(), 0, null, null);

    public @Nullable String nameFor(SignalChanged signal) {
        return name != null || signal.account() == null
                ? name
                : signal.account().name();
    }

    public List<Owner> ownersFor(SignalChanged signal) {
        return signal.account() != null && signal.account().ownersVersion() > ownersVersion
                ? signal.account().owners()
                : owners;
    }

    public @Nullable String stageFor(SignalChanged signal) {
        boolean newer = stageAt == null || signal.at().isAfter(stageAt);
        return newer && signal.account() != null ? signal.account().profile().stage() : stage;
    }
}
