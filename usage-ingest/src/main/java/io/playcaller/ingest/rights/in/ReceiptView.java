package io.playcaller.ingest.rights.in;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.playcaller.ingest.rights.Receipt;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A receipt, as it is shown.
 *
 * @param personIds random; nothing tells any more whose they were
 * @param state {@code erased} while the tombstones are on their way, then {@code complete}
 * @param askedBy one of our own people, or the source whose key it was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReceiptView(
        UUID erasureId,
        List<UUID> personIds,
        String state,
        String askedBy,
        Instant erasedAt,
        @Nullable Instant completedAt,
        List<LineView> places) {

    public static ReceiptView of(Receipt receipt) {
        return new ReceiptView(
                receipt.erasureId(),
                receipt.personIds(),
                receipt.complete() ? "complete" : "erased",
                receipt.askedBy(),
                receipt.erasedAt(),
                receipt.completedAt(),
                receipt.places().stream().map(LineView::of).toList());
    }
}
