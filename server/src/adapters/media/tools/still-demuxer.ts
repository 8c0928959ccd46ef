const readers: Record<string, string | undefined> = {
  'image/bmp': 'bmp_pipe',
  'image/jp2': 'j2k_pipe',
  'image/jxl': 'jpegxl_pipe',
  'image/x-icon': 'ico',
}

/** What ffmpeg may take a still picture for. `null`: none that it reads. */
export const stillDemuxer = (contentType: string): string | null => readers[contentType] ?? null
