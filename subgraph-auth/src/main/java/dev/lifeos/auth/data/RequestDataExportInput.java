package dev.lifeos.auth.data;

record RequestDataExportInput(ExportFormat format) {}
