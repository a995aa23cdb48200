package dev.lifeos.auth.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes what there is of a person into an archive, all of it as of one moment. */
@Component
class ZipWriter {

  private final List<ExportSection> sections;
  private final TransactionTemplate moment;

  ZipWriter(List<ExportSection> sections, PlatformTransactionManager transactions) {
    this.sections = List.copyOf(sections);
    this.moment = new TransactionTemplate(transactions);
    moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    moment.setReadOnly(true);
  }

  byte[] write(UUID account) {
    var bytes = new ByteArrayOutputStream();
    moment.executeWithoutResult(status -> write(account, bytes));
    return bytes.toByteArray();
  }

  private void write(UUID account, ByteArrayOutputStream bytes) {
    try (var zip = new ZipOutputStream(bytes)) {
      for (var section : sections) {
        zip.putNextEntry(new ZipEntry(section.name() + ".json"));
        zip.write(section.json(account).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
