package dev.lifeos.health.vital;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** Reads a row of the table {@code vital}. */
@Component
class VitalRow implements RowMapper<Vital> {

  /** All columns but the metadata, which is too long for an index. */
  static final String COLUMNS =
      """
      v.id, v.user_id, v.type, v.value, v.source, v.recorded_at, v.ended_at,
      v.utc_offset_minutes, v.updated_at\
      """;

  static final String METADATA = "metadata";

  private final Metadata metadata;

  VitalRow(Metadata metadata) {
    this.metadata = metadata;
  }

  @Override
  public Vital mapRow(ResultSet row, int number) throws SQLException {
    return new Vital(
        row.getObject("id", UUID.class),
        row.getObject("user_id", UUID.class),
        VitalType.valueOf(row.getString("type")),
        Decimals.plain(row.getBigDecimal("value")),
        DataSource.valueOf(row.getString("source")),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        instant(row, "ended_at"),
        row.getObject("utc_offset_minutes", Integer.class),
        metadata.read(row.getString(METADATA)),
        row.getObject("updated_at", OffsetDateTime.class).toInstant());
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
