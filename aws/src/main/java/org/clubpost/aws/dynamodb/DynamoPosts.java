package org.clubpost.aws.dynamodb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.clubpost.core.Pause;
import org.clubpost.core.act.Deed;
import org.clubpost.core.admin.LogRecorder;
import org.clubpost.core.event.Recorder;
import org.clubpost.core.list.ListId;
import org.clubpost.core.note.NoteRecorder;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.Posts;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The posts. A post, its copy in the list's history and the mark that it is unfinished change in one transaction. So
 * one query lists a list's posts, and finding the unfinished ones reads no history.
 */
final class DynamoPosts implements Posts {

    /** So many unsettled posts are read in one call. */
    private static final int TOGETHER = 50;

    private final Table table;
    private final Recorder recorder;
    private final NoteRecorder notes;
    private final LogRecorder log;

    DynamoPosts(Table table, Recorder recorder, LogRecorder log) {
        this.table = table;
        this.recorder = recorder;
        this.notes = new NoteRecorder(recorder.clock());
        this.log = log;
    }

    @Override
    public Posts by(Deed deed) {
        return new DynamoPosts(table, recorder, log.by(deed));
    }

    @Override
    public Pause betweenAttempts() {
        return table.betweenAttempts();
    }

    @Override
    public boolean create(Post post) {
        return table.commit(DynamoEvents.recording(table, writing(table, Optional.empty(), post, Condition.ABSENT),
                recorder.came(post))).isEmpty();
    }

    @Override
    public Optional<Post> find(PostId id) {
        return table.get(TableLayout.post(id)).map(PostItems::read);
    }

    @Override
    public Stream<Post> of(ListId list) {
        return table.query(Table.beginningWith(TableLayout.list(list).pk(), TableLayout.POST).scanIndexForward(false)
                .build()).map(PostItems::read);
    }

    /** The ends of BETWEEN are included, and so this post is left out. */
    @Override
    public Stream<Post> before(ListId list, PostId id) {
        var query = QueryRequest.builder().keyConditionExpression("pk = :pk AND sk BETWEEN :first AND :last")
                .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(TableLayout.list(list).pk()), ":first",
                        AttributeValue.fromS(TableLayout.POST), ":last",
                        AttributeValue.fromS(TableLayout.POST + id.value())))
                .scanIndexForward(false).build();
        return table.query(query).map(PostItems::read).filter(post -> !post.id().equals(id));
    }

    @Override
    public Stream<Post> unsettled(ListId list) {
        return table.query(Table.beginningWith(TableLayout.list(list).pk(), TableLayout.OPEN).build())
                .map(mark -> TableLayout
                        .post(new PostId(mark.text(TableLayout.SK).substring(TableLayout.OPEN.length()))))
                .gather(Gatherers.windowFixed(TOGETHER)).flatMap(this::found)
                .filter(post -> !post.state().isSettled());
    }

    private Stream<Post> found(List<Key> posts) {
        var found = table.getAll(posts);
        return posts.stream().flatMap(key -> Optional.ofNullable(found.get(key)).stream()).map(PostItems::read);
    }

    @Override
    public boolean replace(Post seen, Post changed) {
        var changes = DynamoActLog.recording(table, DynamoNoteTasks.recording(table,
                writing(table, Optional.of(seen), changed, stateAs(seen)), notes.changed(seen, changed)),
                log.changed(seen, changed).stream().toList());
        return table.commit(DynamoEvents.recording(table, changes, recorder.changed(seen, changed))).isEmpty();
    }

    /**
     * Writes the post under its own key, on the condition; its copy for the list; the mark, or its removal; and what that
     * changes of the numbers of the list's posts.
     */
    static List<TransactWriteItem> writing(Table table, Optional<Post> seen, Post post, Condition condition) {
        var mark = TableLayout.openPost(post.list(), post.id());
        var changes = new ArrayList<>(List.of(
                table.putting(PostItems.write(TableLayout.post(post.id()), post), condition),
                table.putting(PostItems.write(TableLayout.postOfList(post.list(), post.id()), post), Condition.NONE),
                post.state().isSettled()
                        ? table.deleting(mark, Condition.NONE)
                        : table.putting(Item.at(mark), Condition.NONE)));
        DynamoDesk.counting(seen, post).ifPresent(change -> changes.add(table.updating(change)));
        return changes;
    }

    /** Holds as long as the post is in the state in which it was seen. */
    static Condition stateAs(Post seen) {
        return Condition.equal(PostItems.STATE, PostItems.state(seen.state()));
    }
}
