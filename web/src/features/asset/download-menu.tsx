import type { ContentDetails } from '@descant/contract'
import { ActionIcon, Button, Group, Menu } from '@mantine/core'
import { IconChevronDown, IconCrop, IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Fragment, useState } from 'react'
import { downloadPresetsQuery } from '../../lib/api/download-presets.ts'
import { useDam } from '../../lib/visit.ts'
import { CropDialog } from './crop-dialog.tsx'
import { downloadsOf } from './downloads-of.ts'
import type { DownloadInProgress } from './use-download.ts'

/** The file itself by one press; beside it everything else that can be had of it. */
export function DownloadMenu({ asset, download }: { asset: ContentDetails; download: DownloadInProgress }) {
  const presets = useQuery({ ...downloadPresetsQuery(useDam()), enabled: asset.scheme === 'image' })
  const [cropping, setCropping] = useState(false)
  const { width, height } = asset
  const picture =
    asset.scheme === 'image' && width !== undefined && height !== undefined
      ? { width: Number(width), height: Number(height) }
      : null

  return (
    <Group gap={1} wrap="nowrap">
      <DownloadButton asset={asset} download={download} />
      <Menu position="bottom-end" width={300}>
        <Menu.Target>
          <ActionIcon size={36} className="download-more" aria-label="Other downloads" loading={isElsewhere(download)}>
            <IconChevronDown size={18} stroke={1.8} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown mah="70dvh" style={{ overflowY: 'auto' }}>
          {downloadsOf(asset, presets.data ?? []).map(({ heading, choices }) => (
            <Fragment key={heading}>
              <Menu.Label>{heading}</Menu.Label>
              {choices.map(({ path, label, about }) => (
                <Menu.Item key={path} onClick={() => download.start(path)}>
                  <span className="download-choice">{label}</span>
                  <span className="download-about">{about}</span>
                </Menu.Item>
              ))}
            </Fragment>
          ))}
          {picture !== null && (
            <>
              <Menu.Divider />
              <Menu.Item leftSection={<IconCrop size={18} stroke={1.6} />} onClick={() => setCropping(true)}>
                Crop and resize…
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {picture !== null && (
        <CropDialog
          asset={asset}
          picture={picture}
          download={download}
          opened={cropping}
          onClose={() => setCropping(false)}
        />
      )}
    </Group>
  )
}

/** A plain link where the bytes are free to take; else the server is asked, which may want terms accepted first. */
function DownloadButton({ asset, download }: { asset: ContentDetails; download: DownloadInProgress }) {
  const icon = <IconDownload size={18} stroke={1.8} aria-hidden="true" />
  if (asset.url.directUrlOriginal !== undefined) {
    return (
      <Button
        component="a"
        href={asset.url.directUrlOriginal}
        download={asset.name}
        leftSection={icon}
        className="asset-action download-first"
      >
        Download
      </Button>
    )
  }
  return (
    <Button
      leftSection={icon}
      loading={download.pending === download.original}
      className="asset-action download-first"
      onClick={() => download.start(download.original)}
    >
      Download
    </Button>
  )
}

const isElsewhere = ({ pending, original }: DownloadInProgress): boolean => pending !== null && pending !== original
