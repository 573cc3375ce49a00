package io.playcaller.router.digital.app;

import io.playcaller.router.digital.ChannelKind;
import io.playcaller.router.digital.Parcel;
import io.playcaller.router.digital.SendResult;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** A way to people of customers. To add one is to add a bean that implements this, and a {@link ChannelKind}. */
public interface MessageChannel {

    ChannelKind kind();

    /** Whether it is configured. */
    boolean isReady();

    /** How long one attempt may take; two minutes at most. */
    Duration timeout();

    /** Makes one attempt, outside of any transaction. A failure of the Uni counts as {@link SendResult.Lost}. */
    Uni<SendResult> send(Parcel parcel);
}
