package org.facedesk.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.facedesk.core.Seal;
import org.facedesk.store.Picture;
import org.facedesk.store.Picture.Kind;
import org.facedesk.store.Picture.Reference;
import org.facedesk.store.PictureFacts;
import org.facedesk.store.Pictures;
import org.jspecify.annotations.Nullable;

/** Pictures and their templates are sealed before they reach the database. */
final class JdbcPictures implements Pictures {
  private final Work work;
  private final Seal seal;

  JdbcPictures(Work work, Seal seal) {
    this.work = work;
    this.seal = seal;
  }

  @Override
  public void put(UUID client, UUID user, Picture picture, Instant when) {
    String context = context(user, picture.kind());
    Reference reference = picture.reference();
    work.write(handle -> {
      PersonLock.take(handle, user);
      handle
          .createUpdate("delete from picture where user_id = :user and kind = :kind")
          .bind("user", user)
          .bind("kind", picture.kind())
          .execute();
      return handle
          .createUpdate(
              """
              insert into picture (user_id, kind, client, sealed_image, model_id, sealed_vector,
                  created_at)
              values (:user, :kind, :client, :image, :model, :vector, :createdAt)
              """)
          .bind("user", user)
          .bind("kind", picture.kind())
          .bind("client", client)
          .bind("image", seal.seal(context, picture.image()))
          .bind("model", reference == null ? null : reference.modelId())
          .bind("vector", reference == null ? null : seal.seal(context, reference.vector()))
          .bind("createdAt", when)
          .execute();
    });
  }

  @Override
  public Optional<Picture> find(UUID user, Kind kind) {
    return work.read(handle ->
        handle
            .createQuery(
                """
                select sealed_image, model_id, sealed_vector
                  from picture where user_id = :user and kind = :kind
                """)
            .bind("user", user)
            .bind("kind", kind)
            .map((columns, statement) -> picture(columns, user, kind))
            .findOne());
  }

  @Override
  public Map<UUID, List<PictureFacts>> facts(Collection<UUID> users) {
    if (users.isEmpty()) {
      return Map.of();
    }
    record Found(UUID user, PictureFacts facts) {}
    List<Found> found =
        work.read(handle ->
            handle
                .createQuery(
                    "select user_id, kind, similarity, created_at from picture"
                        + " where user_id in (<users>) order by kind")
                .bindList("users", List.copyOf(users))
                .map((columns, statement) -> {
                  Row row = new Row(columns);
                  return new Found(
                      row.uuid("user_id"),
                      new PictureFacts(
                          Kind.valueOf(row.text("kind")),
                          row.optionalReal("similarity"),
                          row.instant("created_at")));
                })
                .list());
    Map<UUID, List<PictureFacts>> facts = new HashMap<>();
    found.forEach(
        one -> facts.computeIfAbsent(one.user(), user -> new ArrayList<>()).add(one.facts()));
    return facts;
  }

  @Override
  public void similarity(UUID user, Kind kind, @Nullable Double similarity) {
    work.write(handle ->
        handle
            .createUpdate(
                "update picture set similarity = :similarity"
                    + " where user_id = :user and kind = :kind")
            .bind("similarity", similarity)
            .bind("user", user)
            .bind("kind", kind)
            .execute());
  }

  @Override
  public int deleteBefore(Instant when) {
    return work.write(handle ->
        handle
            .createUpdate("delete from picture where created_at < :when")
            .bind("when", when)
            .execute());
  }

  @Override
  public boolean delete(UUID user, Kind kind) {
    return work.write(handle ->
        handle
            .createUpdate("delete from picture where user_id = :user and kind = :kind")
            .bind("user", user)
            .bind("kind", kind)
            .execute())
        > 0;
  }

  private Picture picture(ResultSet columns, UUID user, Kind kind) throws SQLException {
    Row row = new Row(columns);
    String context = context(user, kind);
    String model = row.optionalText("model_id");
    return new Picture(
        kind,
        seal.open(context, row.bytes("sealed_image")),
        model == null
            ? null
            : new Reference(model, seal.open(context, row.bytes("sealed_vector"))));
  }

  private static String context(UUID user, Kind kind) {
    return "picture:" + user + ":" + kind;
  }
}
