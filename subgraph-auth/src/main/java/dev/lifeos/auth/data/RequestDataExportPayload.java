package dev.lifeos.auth.data;

import dev.lifeos.starter.error.UserError;
import java.util.List;

/** What asking for a copy gave. */
public record RequestDataExportPayload(DataExport export, List<UserError> errors) {}
