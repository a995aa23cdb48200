package dev.lifeos.auth.data;

import java.util.UUID;

record DownloadDataExportInput(UUID exportId) {}
