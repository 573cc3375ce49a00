package io.playcaller.testkit;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** Where partitions end, what open transactions wrote included: whoever sees committed records only ends before those. */
final class LogEnds {

    private LogEnds() {}

    static Map<TopicPartition, Long> of(Admin admin, Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetSpec> asked =
                partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        ListOffsetsResult answer = admin.listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED));
        Map<TopicPartition, Long> ends = new HashMap<>();
        for (TopicPartition partition : partitions) {
            ends.put(partition, offset(answer, partition));
        }
        return ends;
    }

    private static long offset(ListOffsetsResult answer, TopicPartition partition) {
        try {
            return answer.partitionResult(partition).get().offset();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the end of " + partition + " cannot be told", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
